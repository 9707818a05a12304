package io.filon.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.Loop;
import io.filon.progress.Progress;
import io.filon.store.DuckStore;
import io.filon.store.Sql;
import io.filon.workspace.Run;
import io.filon.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A log that several systems wrote into: five ways to write the time, rows in no order, rows again, clocks that are
/// wrong, nobody's rows, no time at all. Every row is kept, merged, rejected or left out, and counted.
class BrokenLogTest {

    private static final List<String> STEPS = List.of("Product Viewed", "Product Added", "Checkout Started");
    private static final List<DateTimeFormatter> WAYS = List.of(
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'Z'"),
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ssxxx"),
            DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm"));

    @TempDir
    Path folder;

    @Test
    void is_read_whole_and_every_row_is_accounted_for() throws IOException {
        try (Workspace workspace = Workspace.passing();
                Run run = Run.begin(workspace, new DuckStore.Limits("", 1))) {
            Loop loop = new Loop(run, workspace, workspace.settings(), Progress.NONE);
            loop.understand(List.of(log(), orders()), List.of());
            loop.behaviour(List.of());

            assertThat(text(
                            loop,
                            "select concat_ws(' ', rows_read, rows_merged, rows_rejected) from sources "
                                    + "where kind = 'events'"))
                    .isEqualTo("730 10 3");
            assertThat(text(
                            loop,
                            "select string_agg(reason || ' ' || events, ', ' order by reason) from "
                                    + "sessions_left_out"))
                    .isEqualTo("after_as_of 2, no_identity 3, wrong_clock 1");
            assertThat(text(loop, "select concat_ws(' ', count(*), sum(events)) from sessions"))
                    .isEqualTo("240 711");
            assertThat(text(loop, "select concat_ws(' ', min(events), max(seconds)) from sessions where events = 3"))
                    .isEqualTo("3 240.0");
        }
    }

    private static String text(Loop loop, String select) {
        return loop.store().text(Sql.of(select)).orElseThrow();
    }

    /// 240 visits of three steps, two minutes apart.
    private Path log() throws IOException {
        List<String> rows = new ArrayList<>();
        for (int visit = 0; visit < 240; visit++) {
            for (int step = 0; step < 3; step++) {
                int n = rows.size();
                Instant at = Instant.parse("2025-01-01T10:00:00Z").plusSeconds(visit * 86_400L + step * 120L);
                String who = n == 50 || n == 150 || n == 350 ? "" : "c%02d".formatted(visit % 60);
                String when = n % 240 == 10
                        ? "ayer"
                        : n == 100 ? "1970-01-01T00:00:00Z" : n % 360 == 200 ? "2031-01-01T00:00:00Z" : written(at, n);
                rows.add("e%d,%s,%s,%s".formatted(n, who, STEPS.get(step), when));
            }
        }
        rows.addAll(rows.subList(20, 30));
        Collections.shuffle(rows, new Random(1));
        return Files.writeString(
                folder.resolve("log.csv"), "event_id,customer_id,event,timestamp\n" + String.join("\n", rows) + "\n");
    }

    private static String written(Instant at, int n) {
        return switch (n % 5) {
            case 3 -> Long.toString(at.getEpochSecond());
            case 4 -> Long.toString(at.toEpochMilli());
            case 1 -> WAYS.get(1).format(at.atZone(ZoneId.of("America/Bogota")));
            case 2 -> WAYS.get(2).format(at.atZone(ZoneId.of("UTC"))); // the zone of a workspace that states none
            default -> WAYS.getFirst().format(at.atZone(ZoneId.of("UTC")));
        };
    }

    private Path orders() throws IOException {
        StringBuilder orders = new StringBuilder("order_id,customer_id,order_date,total\n");
        for (int order = 0; order < 240; order++) {
            orders.append("o%d,c%02d,2025-%02d-%02d,%d\n"
                    .formatted(order, order % 60, 1 + order / 28, 1 + order % 28, 20 + order % 7));
        }
        return Files.writeString(folder.resolve("orders.csv"), orders);
    }
}
