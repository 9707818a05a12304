package io.filon.intake.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.intake.file.RawFiles;
import io.filon.intake.file.RawTable;
import io.filon.intake.plan.Kind;
import io.filon.intake.plan.Role;
import io.filon.progress.Progress;
import io.filon.store.DuckStore;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What holds for all recipes together: each knows its own sample, and no other recipe knows it as well.
class RecipesTest {

    private static final Set<String> DEALS = Set.of("open", "won", "lost");
    private static final Set<String> ORDERS =
            Set.of("created", "unpaid", "pending", "paid", "shipped", "delivered", "cancelled", "refunded", "refused");

    @AutoClose
    private final DuckStore store = DuckStore.inMemory();

    private final Recipes recipes = Recipes.load();

    @TempDir
    Path scratch;

    @Test
    void every_recipe_has_a_sample_and_every_sample_a_recipe() {
        assertThat(Samples.all().stream().map(Samples::recipe))
                .containsExactlyInAnyOrderElementsOf(
                        recipes.all().stream().map(Recipe::name).toList());
    }

    @Test
    void every_sample_is_known_by_its_own_recipe_and_none_scores_as_high() {
        headers().forEach((name, headers) -> {
            assertThat(recipes.match(headers).map(Recipe::name)).as(name).contains(name);
            Recipe own = recipe(name);
            assertThat(recipes.all().stream()
                            .filter(other -> other != own && other.score(headers) >= own.score(headers))
                            .map(Recipe::name))
                    .as("recipes that know %s as well", name)
                    .isEmpty();
        });
    }

    @Test
    void every_column_of_a_recipe_has_one_meaning() {
        for (Recipe recipe : recipes.all()) {
            Map<String, Role> meanings = new HashMap<>();
            recipe.columns()
                    .forEach((role, spellings) -> spellings.stream()
                            .distinct()
                            .filter(spelling -> !Recipe.MANY.contains(role))
                            .forEach(spelling -> assertThat(meanings.put(spelling, role))
                                    .as("%s: '%s' is %s and also", recipe.name(), spelling, role.word())
                                    .isNull()));
        }
    }

    @Test
    void a_recipe_needs_more_than_one_telling_header() {
        assertThat(recipes.all().stream()
                        .filter(recipe -> recipe.telling().size() < 2)
                        .map(Recipe::name))
                .as("told by one header; Google's is a phrase nobody else uses")
                .containsExactly("google_forms");
    }

    @Test
    void telling_headers_are_squeezed_and_not_empty() {
        for (Recipe recipe : recipes.all()) {
            assertThat(recipe.telling())
                    .as(recipe.name())
                    .isNotEmpty()
                    .allSatisfy(group -> assertThat(group).isNotEmpty().doesNotContain("", "*"));
        }
    }

    @Test
    void statuses_mean_what_the_loader_knows() {
        for (Recipe recipe : recipes.all()) {
            Set<String> known = recipe.kind() == Kind.DEALS ? DEALS : ORDERS;
            assertThat(known)
                    .as(recipe.name())
                    .containsAll(new HashSet<>(recipe.statuses().values()));
        }
    }

    @Test
    void a_spelling_with_a_star_is_the_beginning_of_a_header() {
        Recipe meta = recipe("meta_ads");

        assertThat(meta.roles(List.of("Campaign name", "Amount spent (MXN)", "Impressions", "Frequency")))
                .containsExactly(Role.CAMPAIGN, Role.SPEND, Role.IMPRESSIONS, Role.IGNORED);
    }

    @Test
    void a_role_goes_to_the_preferred_of_its_spellings() {
        assertThat(recipe("stripe_payments").roles(List.of("Amount", "Converted Amount")))
                .containsExactly(Role.IGNORED, Role.ORDER_TOTAL);
    }

    @Test
    void files_that_only_resemble_an_export_are_left_to_inference() {
        assertThat(List.of(
                        List.of("timestamp", "email_address", "event", "campaign"),
                        List.of("date", "campaign", "channel", "cost", "clicks", "impressions"),
                        List.of(
                                "opportunity_id",
                                "sales_agent",
                                "product",
                                "account",
                                "deal_stage",
                                "engage_date",
                                "close_date",
                                "close_value"),
                        List.of(
                                "account",
                                "sector",
                                "year_established",
                                "revenue",
                                "employees",
                                "office_location",
                                "subsidiary_of"),
                        List.of("order_id", "order_date", "customer_id", "quantity", "price", "status", "total"),
                        List.of("ID", "Nombre", "Apellidos", "Email", "Provincia", "Fecha de alta"),
                        List.of("Pedido", "Fecha", "Cliente", "Total", "Estado", "Forma de pago"),
                        List.of("ticket_id", "created_at", "status", "channel", "customer_id")))
                .allSatisfy(headers -> assertThat(recipes.match(headers)).isEmpty());
    }

    private Recipe recipe(String name) {
        return recipes.all().stream()
                .filter(recipe -> recipe.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Map<String, List<String>> headers() {
        Map<String, List<String>> headers = new HashMap<>();
        for (RawTable table : RawFiles.read(store, Samples.all(), scratch, Progress.NONE)) {
            headers.put(Samples.recipe(Path.of(table.file())), table.headers());
        }
        return headers;
    }
}
