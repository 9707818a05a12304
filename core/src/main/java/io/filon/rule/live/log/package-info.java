/// What is kept of one customer's events, and measures read off it: matchers apart from windows, columns, clocks. Part
/// of the live reader of rules; knows no stage.
///
/// Front door: [io.filon.rule.live.log.Log]. Reads and makes no table.
@NullMarked
package io.filon.rule.live.log;

import org.jspecify.annotations.NullMarked;
