/// Known exports, one YAML file each in `recipes/`: what its columns are called and mean. Front door:
/// [io.filon.intake.recipe.Recipes]. Part of *intake*.
@NullMarked
package io.filon.intake.recipe;

import org.jspecify.annotations.NullMarked;
