/// How long set algebra over segments takes.
@NullMarked
package io.filon.bench.segment;

import org.jspecify.annotations.NullMarked;
