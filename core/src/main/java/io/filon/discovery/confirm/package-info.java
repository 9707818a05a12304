/// Which of the rules that look good are really there: chosen on one half of the customers, tested on the other, halves
/// swapped. Part of *discovery*; plain arrays in, findings out.
///
/// Front door: [io.filon.discovery.confirm.Discovery].
@NullMarked
package io.filon.discovery.confirm;

import org.jspecify.annotations.NullMarked;
