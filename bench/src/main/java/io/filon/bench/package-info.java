/// Benchmarks, built only when asked (`make bench`). Front door: [io.filon.bench.WholeRun]. Nothing depends on it.
@NullMarked
package io.filon.bench;

import org.jspecify.annotations.NullMarked;
