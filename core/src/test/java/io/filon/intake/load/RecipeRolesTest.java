package io.filon.intake.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.intake.plan.Role;
import io.filon.intake.recipe.Recipe;
import io.filon.intake.recipe.Recipes;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// A recipe names roles that its kind of file is read for; one that nothing reads would promise what is not done.
class RecipeRolesTest {

    /// Shown in the plan and kept for later, though no table has a place for them yet.
    private static final Set<Role> SHOWN_ONLY = EnumSet.of(Role.TAGS, Role.BRAND, Role.STATUS);

    @Test
    void every_role_of_a_recipe_is_read_for_its_kind() {
        Map<String, Set<Role>> unread = new TreeMap<>();
        for (Recipe recipe : Recipes.load().all()) {
            Set<Role> roles = new TreeSet<>(recipe.columns().keySet());
            roles.removeAll(Recipe.MANY);
            roles.removeAll(SHOWN_ONLY);
            Layouts.forKind(recipe.kind())
                    .ifPresent(layout -> layout.fields().forEach(field -> roles.removeAll(field.roles())));
            if (!roles.isEmpty()) {
                unread.put(recipe.name(), roles);
            }
        }
        assertThat(unread).isEmpty();
    }
}
