/// The loop put together: the one place that knows every stage. Front door: [io.filon.Loop].
@NullMarked
package io.filon;

import org.jspecify.annotations.NullMarked;
