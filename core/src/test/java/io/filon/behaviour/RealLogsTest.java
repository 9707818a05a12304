package io.filon.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.Loop;
import io.filon.intake.PublishedData;
import io.filon.progress.Progress;
import io.filon.store.DuckStore;
import io.filon.store.Sql;
import io.filon.workspace.Run;
import io.filon.workspace.Workspace;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Logs that other people made, as they are and without a word about them; totals as their README says.
@Tag("slow")
class RealLogsTest {

    @Test
    void a_click_log_with_its_day_in_three_columns_and_no_time_of_day() {
        assertThat(said(
                        "eshop_clickstream/e-shop_clothing_2008.csv.gz",
                        "select count(*) || ' ' || sum(events) || ' ' || count(hour) || ' ' || count(seconds) || ' ' "
                                + "|| count(distinct cast(started_local as date)) from sessions"))
                .isEqualTo("24026 165474 0 0 135");
    }

    @Test
    void a_table_of_visits_without_days_or_visitors() {
        assertThat(said(
                        "online_shoppers_intention/online_shoppers_intention.csv.gz",
                        "select count(*) || ' ' || count(*) filter (where purchases > 0) || ' ' || count(source) || ' ' "
                                + "|| count(distinct visitor) || ' ' || count(started_at) from sessions"))
                .isEqualTo("12330 1908 12330 12330 0");
    }

    private static String said(String file, String select) {
        try (Workspace workspace = Workspace.passing();
                Run run = Run.begin(workspace, new DuckStore.Limits("", 1))) {
            Loop loop = new Loop(run, workspace, workspace.settings(), Progress.NONE);
            loop.understand(List.of(PublishedData.file(file)), List.of());
            loop.behaviour(List.of());
            return loop.store().text(Sql.of(select)).orElseThrow();
        }
    }
}
