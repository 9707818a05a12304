/// Rules kept up to date as things happen: what is kept of each customer, and when an answer changes with no event.
/// Part of the segment language; knows no stage.
///
/// Front door: [io.filon.rule.live.LiveSegments]. Reads and makes no table; what is too late is re-read through
/// [io.filon.rule.live.HistorySource].
@NullMarked
package io.filon.rule.live;

import org.jspecify.annotations.NullMarked;
