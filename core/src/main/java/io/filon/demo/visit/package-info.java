/// What the demo shop's visitors come for: a visit's job first, then what they do in it. Front door
/// [io.filon.demo.visit.Visits]. Knows nothing of how Filón reads jobs.
@NullMarked
package io.filon.demo.visit;

import org.jspecify.annotations.NullMarked;
