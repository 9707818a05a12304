/// How long the imagined customer beside the real one takes.
@NullMarked
package io.filon.bench.icp;

import org.jspecify.annotations.NullMarked;
