/// Benchmarks of the purchase models. Front doors: [io.filon.bench.value.ModelFits] (JMH) and
/// [io.filon.bench.value.MillionCustomers] (one run, processor time).
@NullMarked
package io.filon.bench.value;

import org.jspecify.annotations.NullMarked;
