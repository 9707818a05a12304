/// The arithmetic of a market's size: ranges tied to one another, drawn many times. Plain arrays in, ranges out.
/// Front door: [io.filon.market.size.Sizing].
@NullMarked
package io.filon.market.size;

import org.jspecify.annotations.NullMarked;
