/// Claims and filters made ready to be asked of many values and events. Part of the live reader of rules; knows no
/// stage.
///
/// Front door: [io.filon.rule.live.ask.FilterTests]. Reads and makes no table.
@NullMarked
package io.filon.rule.live.ask;

import org.jspecify.annotations.NullMarked;
