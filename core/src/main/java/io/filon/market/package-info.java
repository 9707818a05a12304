/// How big the field is: the whole market, the part the company can serve, and the part it can win within a horizon,
/// each as a range whose inputs are measured, declared or assumed, and say so. Front door: [io.filon.market.Market].
///
/// Reads `market.yaml`, the universe it names, and the tables of *intake* and *value*; makes `market_customers`.
/// [io.filon.market.size] is the arithmetic, on plain arrays.
@NullMarked
package io.filon.market;

import org.jspecify.annotations.NullMarked;
