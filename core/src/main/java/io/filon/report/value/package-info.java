/// The predicted value of customers as data, terminal text, lines of one customer's arithmetic, and a list. Part of
/// *report*; only shows what [io.filon.value.future.Prediction] holds. Front doors:
/// [io.filon.report.value.ValueReport] and [io.filon.report.value.ValueText].
@NullMarked
package io.filon.report.value;

import org.jspecify.annotations.NullMarked;
