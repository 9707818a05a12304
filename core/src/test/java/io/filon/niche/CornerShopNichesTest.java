package io.filon.niche;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.filon.Loop;
import io.filon.progress.Progress;
import io.filon.store.DuckStore;
import io.filon.workspace.Run;
import io.filon.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// docs/reference/niches.md works these figures out by hand, from examples/corner-shop/*.csv.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CornerShopNichesTest {

    private static final Path SHOP = Path.of("../examples/corner-shop");
    private static final String HAMS = "facts:product=Jamones";
    private static final String MADRID = "facts:region=Madrid";

    /// What the 20 customers followed for a year left: C01 to C20.
    private static final double[] LEFT = {
        136, 216, 40, 42, 42, 20, 296, 18, 10, 60, 9, -70, -4, -14, 15, 50, 38, 25, 30, 76
    };

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    static Path folder;

    @SuppressWarnings("NullAway.Init") // set before all
    private Niches observed;

    @SuppressWarnings("NullAway.Init") // set before all
    private Niches counted;

    @BeforeAll
    void compare() throws IOException {
        observed = niches("observed", "");
        counted = niches("counted", """
                horizon_months: 12
                universe:
                  groups:
                    - {provincia: Madrid, hogares: 1000}
                    - {provincia: Teruel, hogares: 200}
                  count: hogares
                match: {provincia: region}
                serve: {provincia: Madrid}
                deciding: 0.1
                win_rate: 0.2
                contacts: 100
                capacity: 10
                cycle_months: 2
                """);
    }

    @Test
    void a_customer_leaves_what_was_worked_out_by_hand() {
        Figure all = observed.everyone().get(Criterion.VALUE);
        Figure hams = observed.niche(HAMS).orElseThrow().figures().get(Criterion.VALUE);

        assertThat(observed.values()).isEqualTo("first_year");
        assertThat(all.range().value()).isCloseTo(51.75, within(0.005));
        assertThat(all.cases()).isEqualTo(20);
        assertThat(hams.counted()).isCloseTo(216, within(0.005));
        assertThat(hams.cases()).isEqualTo(3);
    }

    @Test
    void what_few_left_is_drawn_towards_everybody_as_worked_out_by_hand() {
        Figure hams = observed.niche(HAMS).orElseThrow().figures().get(Criterion.VALUE);
        double spread = Beliefs.variance(LEFT, 51.75);
        assertThat(spread).isCloseTo(6_601.14, within(0.005));
        double noise = (30 * spread + 2 * 6_400) / 32 / 3;
        double own = observed.differ() * observed.differ() / (observed.differ() * observed.differ() + noise);

        assertThat(noise).isCloseTo(2_196.19, within(0.005));
        assertThat(hams.range().value()).isCloseTo(51.75 + own * (216 - 51.75), within(0.005));
    }

    @Test
    void at_the_pace_of_last_year_one_ham_customer_more_is_won() {
        Niche hams = observed.niche(HAMS).orElseThrow();
        double left = hams.figures().get(Criterion.VALUE).range().value();

        assertThat(hams.customers()).isEqualTo(4);
        assertThat(hams.likely()).isCloseTo(left - 51.75, within(0.005));
        assertThat(observed.sizes()).isEqualTo("observed");
        assertThat(hams.share().ofWinnable()).isNull();
        assertThat(observed.missing()).contains("universe", "only_buyers", "job");
    }

    @Test
    void with_a_universe_the_least_of_demand_reach_and_capacity_is_won() {
        Niche madrid = counted.niche(MADRID).orElseThrow();

        assertThat(madrid.newCustomers().value()).isCloseTo(19.9, within(1e-6));
        assertThat(madrid.limit()).isEqualTo("demand");
        assertThat(madrid.share().customers()).isEqualTo(5);
        assertThat(madrid.share().winnable().value()).isCloseTo(24.9, within(1e-6));
        assertThat(madrid.share().ofWinnable().value()).isCloseTo(0.2008, within(5e-5));
        assertThat(madrid.share().ofAll()).isCloseTo(0.005, within(1e-9));
        assertThat(madrid.likely())
                .isCloseTo(19.9 * (madrid.figures().get(Criterion.VALUE).range().value() - 51.75), within(0.005));
    }

    @Test
    void what_lies_in_no_group_served_is_no_niche() {
        assertThat(counted.leftOut()).anySatisfy(one -> {
            assertThat(one.key()).isEqualTo("facts:region=Teruel");
            assertThat(one.why()).isEqualTo("not_served");
        });
    }

    @Test
    void segments_told_by_what_they_left_are_no_niches() {
        assertThat(observed.leftOut())
                .filteredOn(one -> one.key().startsWith("segment:"))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.why()).isEqualTo("outcome"));
    }

    private static Niches niches(String name, String market) throws IOException {
        try (Workspace workspace = Workspace.at(Files.createDirectories(folder.resolve(name)))) {
            Files.writeString(workspace.folder().resolve("filon.yaml"), "niches: {smallest: 4}\n");
            if (!market.isEmpty()) {
                Files.writeString(workspace.marketFile(), market);
            }
            try (Run run = Run.begin(workspace, new DuckStore.Limits("", 1))) {
                Loop loop = new Loop(run, workspace, workspace.settings(), Progress.NONE);
                try (Stream<Path> all = Files.list(SHOP)) {
                    loop.understand(
                            all.filter(file -> file.toString().endsWith(".csv"))
                                    .sorted()
                                    .toList(),
                            List.of());
                }
                return loop.niches(1);
            }
        }
    }
}
