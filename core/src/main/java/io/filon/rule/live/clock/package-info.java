/// Windows as time passes, in microseconds: where they lie, and when an instant enters or leaves. Part of the live
/// reader of rules; knows no stage.
///
/// Front door: [io.filon.rule.live.clock.WindowClocks]. Reads and makes no table.
@NullMarked
package io.filon.rule.live.clock;

import org.jspecify.annotations.NullMarked;
