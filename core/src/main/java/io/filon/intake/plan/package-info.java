/// What each file was understood to be, as data: made by recipes and inference, corrected by the user, carried out
/// by the import. Front door: [io.filon.intake.plan.Plan]. Part of *intake*, the first stage.
@NullMarked
package io.filon.intake.plan;

import org.jspecify.annotations.NullMarked;
