package io.filon.icp.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.filon.discovery.apart.SettingApart;
import io.filon.discovery.lens.HiddenSegments;
import io.filon.progress.Progress;
import io.filon.store.DuckStore;
import io.filon.store.Script;
import io.filon.store.Sql;
import io.filon.value.Tables;
import io.filon.value.Tables.Line;
import io.filon.value.Valuation;
import io.filon.workspace.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class BadFitTest {

    /// 200 customers for two years; those of the channel `bad` sell at a loss, those of `good` at a profit.
    private static DuckStore shop() {
        DuckStore store = Tables.empty("2025-12-31");
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(3);
        store.run(Sql.of("insert into customers (customer_id, acquisition_channel, created_on) select 'c' || i, "
                + "case when i % 4 = 0 then 'bad' else 'good' end, date '2024-01-02' from range(200) as who (i)"));
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            String customer = "c" + i;
            for (int order = 0; order < 8; order++) {
                String day = "%d-%02d-10".formatted(2024 + order / 4, 1 + 3 * (order % 4));
                int cost = (i % 4 == 0 ? 26 : 12) + random.nextInt(5);
                lines.add(new Line(customer + "-" + order, customer, day, "20", Integer.toString(cost)));
            }
        }
        Tables.lines(store, lines);
        new Valuation(Settings.defaults()).run(store);
        new SettingApart(Settings.defaults()).run(store);
        new HiddenSegments(2, Progress.NONE).run(store);
        return store;
    }

    @Test
    void names_the_group_that_costs_more_than_it_leaves() {
        try (DuckStore store = shop()) {
            List<Served> groups = new BadFit(store, Settings.defaults()).groups();

            assertThat(groups).filteredOn(Served::loses).anySatisfy(group -> {
                assertThat(group.dimension()).isEqualTo("channel");
                assertThat(group.name()).isEqualTo("bad");
                assertThat(group.customers()).isEqualTo(50);
                assertThat(group.net().high()).isNegative();
                assertThat(group.survives()).isTrue();
                assertThat(group.gone().value()).isZero();
            });
            assertThat(groups)
                    .filteredOn(Served::loses)
                    .noneMatch(group -> group.name().equals("good"));
        }
    }

    @Test
    void counts_declared_costs_and_says_so() {
        Settings usual = Settings.defaults();
        Settings declared = new Settings(
                usual.name(),
                usual.currency(),
                usual.zone(),
                usual.language(),
                usual.purchase(),
                usual.unit(),
                usual.errorRate(),
                usual.taxes(),
                usual.stars(),
                usual.costs(),
                usual.engine(),
                usual.priceIndex(),
                usual.fixedTraits(),
                usual.segments(),
                usual.behaviour(),
                new Settings.Serving(0, 0, "", 30, 0, 0, 0, 0),
                Settings.defaults().niches(),
                Settings.defaults().priorities(),
                usual.textService());
        try (DuckStore store = shop()) {
            // four orders in the window, half an hour of 20 an hour each, take 40 off what each leaves
            double before = net(new BadFit(store, usual).groups());
            List<Served> groups = new BadFit(store, declared).groups();

            assertThat(net(groups)).isEqualTo(before - 40, within(1e-6));
            assertThat(groups.getFirst().parts()).anySatisfy(part -> {
                assertThat(part.cost()).isEqualTo("staff_cost");
                assertThat(part.declared()).isTrue();
                assertThat(part.amount()).isEqualTo(40);
            });
        }
    }

    private static double net(List<Served> groups) {
        return groups.stream()
                .filter(group -> group.name().equals("bad"))
                .findFirst()
                .orElseThrow()
                .net()
                .value();
    }

    @Test
    void scripts_run_on_empty_tables_say_what_they_read_and_keep_their_grain() {
        try (DuckStore store = shop()) {
            new BadFit(store, Settings.defaults()).groups();
            for (Script script : BadFit.scripts()) {
                String grain = String.join(", ", script.grain());
                assertThat(store.number(
                                Sql.of("select count(*) from (select %s from %s group by all having count(*) > 1)"
                                        .formatted(grain, script.name()))))
                        .as("%s has one row per %s", script.name(), grain)
                        .isZero();
                assertThat(new TreeSet<>(script.reads())).as(script.name()).isSubsetOf(new TreeSet<>(store.tables()));
            }
        }
        try (DuckStore store = Tables.empty("2025-12-31")) {
            new Valuation(Settings.defaults()).run(store);
            new SettingApart(Settings.defaults()).run(store);
            new HiddenSegments(2, Progress.NONE).run(store);
            assertThat(new BadFit(store, Settings.defaults()).groups()).isEmpty();
        }
    }
}
