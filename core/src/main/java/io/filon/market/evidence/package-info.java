/// What the company's own files say of its market: who buys in each group of the universe, what one is worth, how many
/// deals are won, who stays. Front door: [io.filon.market.evidence.Evidence].
@NullMarked
package io.filon.market.evidence;

import org.jspecify.annotations.NullMarked;
