package io.filon.behaviour.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.Loop;
import io.filon.progress.Progress;
import io.filon.segment.Base;
import io.filon.store.DuckStore;
import io.filon.workspace.Run;
import io.filon.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What customers come for, asked of in rules as any other fact.
class JobRuleTest {

    @TempDir
    Path folder;

    @Test
    void rules_ask_what_customers_come_for_now_and_usually() throws IOException {
        StringBuilder events = new StringBuilder("event_id;customer_id;event;timestamp\n");
        int event = 0;
        // ana compares in two visits and looks for help in the last, beto compares in the last, caro long ago
        for (String visit : List.of(
                "ana;Products Compared;2025-05-01",
                "ana;Products Compared;2025-05-09",
                "ana;Help Viewed;2025-06-20",
                "beto;Products Compared;2025-06-01",
                "caro;Products Compared;2024-09-01")) {
            String[] cells = visit.split(";", -1);
            for (int minute = 0; minute < 4; minute++) {
                events.append("e%d;%s;%s;%sT10:0%d:00Z%n".formatted(event++, cells[0], cells[1], cells[2], minute));
            }
        }
        Files.writeString(folder.resolve("events.csv"), events);
        Files.writeString(
                folder.resolve("orders.csv"),
                "order_id;customer_id;order_date;total\no1;ana;2024-01-05;20\no2;beto;2025-06-30;30\no3;caro;2024-02-02;15\n");
        Workspace workspace = Workspace.at(folder.resolve("shop"));
        Files.createDirectories(folder.resolve("shop"));
        try (Run run = Run.begin(workspace, new DuckStore.Limits("", 1))) {
            Loop loop = new Loop(run, workspace, workspace.settings(), Progress.NONE);
            loop.understand(List.of(folder.resolve("events.csv"), folder.resolve("orders.csv")), List.of());
            Base base = loop.customers(null).base();

            assertThat(count(base, workspace, "job.current: compare_prices")).isEqualTo(1);
            assertThat(count(base, workspace, "job.usual: compare_prices")).isEqualTo(1);
            assertThat(count(base, workspace, "job.current: support")).isEqualTo(1);
            assertThat(count(base, workspace, "{job.usual: compare_prices, job.current: support}"))
                    .isEqualTo(1);
            assertThat(count(base, workspace, "job.current: unknown")).isEqualTo(1);
        }
    }

    private static int count(Base base, Workspace workspace, String rule) {
        return base.members(
                        base.library(workspace, workspace.settings()).find(rule).rule())
                .getCardinality();
    }
}
