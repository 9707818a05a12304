/// What people do and what for: third stage of the loop, after *value*. Sessions in `session`, jobs to be done in
/// `job`.
@NullMarked
package io.filon.behaviour;

import org.jspecify.annotations.NullMarked;
