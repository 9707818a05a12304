/// From events to sessions: which step an event is, where a visit begins and ends, what was done in it. Part of
/// *behaviour*; front door [io.filon.behaviour.session.Sessions]. Reads `events`, `customers`, `products` and `run`;
/// makes `sessions` and `sessions_left_out`.
@NullMarked
package io.filon.behaviour.session;

import org.jspecify.annotations.NullMarked;
