package io.filon.intake.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.intake.plan.Role;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecipesTest {

    private final Recipes recipes = Recipes.load();

    @Test
    void recognise_their_own_headers_in_any_order() {
        for (Recipe recipe : recipes.all()) {
            Set<String> headers = new LinkedHashSet<>();
            recipe.telling().forEach(group -> headers.add(group.getFirst()));
            recipe.columns().values().forEach(spellings -> headers.add(spellings.getFirst()));
            List<String> shuffled = new ArrayList<>(headers);
            Collections.shuffle(shuffled, new Random(1));

            assertThat(recipes.match(shuffled).map(Recipe::name))
                    .as(recipe.name())
                    .hasValue(recipe.name());
        }
    }

    @Test
    void give_every_role_to_one_column_only() {
        for (Recipe recipe : recipes.all()) {
            List<String> headers = recipe.columns().values().stream()
                    .flatMap(List::stream)
                    .distinct()
                    .toList();
            List<Role> roles = recipe.roles(headers).stream()
                    .filter(role -> role != recipe.other() && role != Role.IGNORED)
                    .toList();

            assertThat(roles).as(recipe.name()).doesNotHaveDuplicates();
        }
    }

    @Test
    void do_not_claim_a_file_that_only_shares_common_words() {
        assertThat(recipes.match(List.of("Order ID", "Order Date", "Customer ID", "Sales", "Quantity", "Profit")))
                .isEmpty();
        assertThat(recipes.match(List.of("Fecha", "Cliente", "Total"))).isEmpty();
    }

    @Test
    void read_headers_whatever_their_case_accents_and_signs() {
        assertThat(HeaderWords.of("\uFEFFNº Pedido")).containsExactly("no", "pedido");
        assertThat(HeaderWords.squeezed("Código_Postal")).isEqualTo(HeaderWords.squeezed("codigoPostal"));
        assertThat(HeaderWords.of("CustomerID")).containsExactly("customer", "id");
        assertThat(new HashSet<>(HeaderWords.of("Amount spent (EUR)"))).contains("eur");
    }
}
