/// Claims read off a customer's log with the exact instant at which each turns if nothing more happens: what is most
/// asked of events, made fast. Part of the live reader of rules; knows no stage.
///
/// Front door: [io.filon.rule.live.turn.Turning]. Reads and makes no table.
@NullMarked
package io.filon.rule.live.turn;

import org.jspecify.annotations.NullMarked;
