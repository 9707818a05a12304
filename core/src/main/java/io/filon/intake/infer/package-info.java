/// From raw tables to a [io.filon.intake.plan.Plan]: what each file and column is, and how files join. Front door:
/// [io.filon.intake.infer.Understanding]. Part of *intake*; reads the raw tables, makes none that stay.
@NullMarked
package io.filon.intake.infer;

import org.jspecify.annotations.NullMarked;
