/// What each customer will be worth: the contest's winner asked about the days ahead, with ranges, season and the next
/// order. Part of *value*; reads `purchase_days` and `run`. Front door: [io.filon.value.future.FutureValue].
@NullMarked
package io.filon.value.future;

import org.jspecify.annotations.NullMarked;
