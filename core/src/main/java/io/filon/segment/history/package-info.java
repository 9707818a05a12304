/// What a workspace remembers of its segments: who was in which one on which day, when that was decided, and why
/// somebody came or went. Front doors: [io.filon.segment.history.Decisions], [io.filon.segment.history.Moves].
///
/// Keeps `segment_runs`, `segment_memberships`, `segment_moves`.
@NullMarked
package io.filon.segment.history;

import org.jspecify.annotations.NullMarked;
