/// Whether a segment has begun to move otherwise than it used to, with a stated number of false alarms a year. Front
/// door: [io.filon.segment.drift.Watch]. Makes no table.
@NullMarked
package io.filon.segment.drift;

import org.jspecify.annotations.NullMarked;
