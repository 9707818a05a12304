/// What moved between two days, and why a segment's size changed. Front doors: [io.filon.segment.movement.Movement],
/// [io.filon.segment.movement.SizeChange]; both ask [io.filon.segment.movement.Replay] who would have been where.
///
/// Works out *value* again for other days in a transaction that is rolled back; makes no table.
@NullMarked
package io.filon.segment.movement;

import org.jspecify.annotations.NullMarked;
