/// Carries out a plan: from raw tables to the canonical tables everything else reads. First stage of the loop.
/// Front door: [io.filon.intake.Import]. Makes the tables that `docs/reference/tables.md` lists under *intake*.
@NullMarked
package io.filon.intake;

import org.jspecify.annotations.NullMarked;
