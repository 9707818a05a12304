/// How big the market is, as data with sentences and as text of a terminal.
/// Front door: [io.filon.report.market.MarketReport].
@NullMarked
package io.filon.report.market;

import org.jspecify.annotations.NullMarked;
