package io.filon.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.behaviour.barrier.Barriers;
import io.filon.behaviour.habit.Habits;
import io.filon.behaviour.trigger.Triggers;
import io.filon.store.DuckStore;
import io.filon.store.Script;
import io.filon.store.Sql;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PatternScriptsTest {

    private static final Pattern SOURCE = Pattern.compile("(?m)\\b(?:from|join) ([a-z_]+)");
    private static final Pattern OWN = Pattern.compile("(?m)^([a-z_]+) as \\($|\\) (?:as )?([a-z_]+)$");

    private static List<Script> scripts() {
        return Stream.of(
                        beside(Triggers.class, "trigger_purchases", "price_changes", "restock_ages", "trigger_onsets"),
                        beside(Triggers.class, "own_actions", "outside_marks", "customer_places"),
                        beside(Habits.class, "habit_moments", "habit_counts", "repurchase_cycles", "cycle_totals"),
                        beside(Habits.class, "group_habit_shares"),
                        beside(Barriers.class, "behaviour_groups", "session_funnel", "group_funnels", "funnel_totals"),
                        beside(Barriers.class, "return_reasons", "step_sessions"))
                .flatMap(each -> each)
                .toList();
    }

    private static Stream<Script> beside(Class<?> stage, String... names) {
        return Stream.of(names).map(name -> Script.beside(stage, name));
    }

    @Test
    void say_what_they_read() {
        for (Script script : scripts()) {
            TreeSet<String> reads = new TreeSet<>();
            Matcher sources = SOURCE.matcher(
                    script.text().replaceAll("(?m)--.*$", "").replaceAll("extract\\([a-z]+ from", "extract("));
            while (sources.find()) {
                reads.add(sources.group(1));
            }
            Matcher own = OWN.matcher(script.text());
            while (own.find()) {
                reads.remove(own.group(1) == null ? own.group(2) : own.group(1));
            }
            assertThat(new TreeSet<>(script.reads())).as(script.name()).isEqualTo(reads);
        }
    }

    @Test
    void keep_their_grain() {
        try (DuckStore store = VisitShop.of(3, 0.2, true)) {
            new Patterns(0.05).run(store);
            List<String> there = store.tables();
            for (Script script : scripts()) {
                if (there.contains(script.name())) {
                    assertThat(store.number(
                                    Sql.of("select count(*) from (select %s from %s group by all having count(*) > 1)"
                                            .formatted(String.join(", ", script.grain()), script.name()))))
                            .as(script.name())
                            .isZero();
                }
            }
        }
    }
}
