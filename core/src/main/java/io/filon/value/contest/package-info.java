/// Who foretells best what customers will do, tried on the company's own past: models beside rules of thumb, from
/// several days of the past. Part of *value*; reads `purchase_days`. Front door: [io.filon.value.contest.Contest].
@NullMarked
package io.filon.value.contest;

import org.jspecify.annotations.NullMarked;
