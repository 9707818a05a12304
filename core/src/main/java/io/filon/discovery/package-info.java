/// Which groups nobody thought of hold the profit. Stage 5 of the loop; [io.filon.discovery.apart] is its first part:
/// what sets star customers and loss makers apart, one condition at a time.
@NullMarked
package io.filon.discovery;

import org.jspecify.annotations.NullMarked;
