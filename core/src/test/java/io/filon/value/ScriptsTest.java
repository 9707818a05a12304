package io.filon.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.store.DuckStore;
import io.filon.store.Script;
import io.filon.store.Sql;
import io.filon.workspace.Settings;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ScriptsTest {

    private static final Pattern SOURCE = Pattern.compile("(?m)\\b(?:from|join) ([a-z_]+)");
    private static final Pattern OWN = Pattern.compile("(?m)^([a-z_]+) as \\($|\\) as ([a-z_]+)$");

    @AutoClose
    private final DuckStore store = Tables.empty("2025-12-31");

    @Test
    void all_run_on_empty_tables() {
        new Valuation(Settings.defaults()).run(store);

        assertThat(store.number(Sql.of("select count(*) from ladder"))).isEqualTo(17);
        assertThat(store.number(Sql.of("select count(*) from whale_points"))).isZero();
    }

    @Test
    void say_their_grain_and_keep_it() {
        Tables.line(store, "o1", "ann", "2025-01-10", "100", "40");
        Tables.line(store, "o2", "ann", "2025-03-10", "50", "60");
        Tables.line(store, "o3", "bob", "2025-05-10", "20", "30");
        new Valuation(Settings.defaults()).run(store);

        for (Script script : Valuation.scripts()) {
            String grain = String.join(", ", script.grain());
            assertThat(store.number(Sql.of("select count(*) from (select %s from %s group by all having count(*) > 1)"
                            .formatted(grain, script.name()))))
                    .as("%s has one row per %s", script.name(), grain)
                    .isZero();
        }
    }

    @Test
    void say_what_they_read() {
        for (Script script : Valuation.scripts()) {
            TreeSet<String> reads = new TreeSet<>();
            Matcher sources = SOURCE.matcher(script.text().replaceAll("(?m)^ *--.*$", ""));
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
}
