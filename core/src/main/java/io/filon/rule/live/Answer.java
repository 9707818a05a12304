package io.filon.rule.live;

import java.time.Instant;

/// Whether a rule holds for a customer, and until when that is certain with no event.
///
/// @param changesAt the first instant at which time alone could change it; [io.filon.rule.Range#FOREVER] when it
///     cannot. Between now and then it does not change; then it may still stay as it is
public record Answer(boolean holds, Instant changesAt) {}
