/// A made-up Spanish online shop, for the demo, tests and benchmarks: its exports and, apart, the answers
/// (`truth.json`, documented in `docs/reference/truth.md`). Beside the loop; the front door is [ShopGenerator].
/// Reads and makes no table: it writes files as a shop's own systems would.
///
/// A hidden kind (`types.yaml`) drives all that a customer does, so every customer's expected value is known exactly.
@NullMarked
package io.filon.demo;

import org.jspecify.annotations.NullMarked;
