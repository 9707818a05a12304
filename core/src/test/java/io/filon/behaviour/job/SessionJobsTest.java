package io.filon.behaviour.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.demo.Shop;
import io.filon.demo.ShopGenerator;
import io.filon.demo.ShopOptions;
import io.filon.store.DuckStore;
import io.filon.store.Sql;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The jobs told against those the demo's visits were made from.
class SessionJobsTest {

    /// What the best possible reader of one visit at a time would get, from the answer sheet.
    private record Judged(long matched, double decided, double right, double best) {}

    private record Made(long sessions) {}

    @TempDir
    Path folder;

    @Test
    @Tag("study")
    void jobs_are_right_where_they_are_told() {
        for (long seed : new long[] {11, 12, 13, 14, 15}) {
            Judged judged = judged(seed);
            System.out.printf(
                    Locale.ROOT,
                    "seed %d: %d visits, told of %.1f %%, right %.1f %%, the best reader of the same %.1f %%%n",
                    seed,
                    judged.matched,
                    100 * judged.decided,
                    100 * judged.right,
                    100 * judged.best);
            assertThat(judged.decided).isGreaterThanOrEqualTo(0.60);
            assertThat(judged.right).isGreaterThanOrEqualTo(0.85);
            assertThat(judged.right).isGreaterThanOrEqualTo(judged.best - 0.05);
        }
    }

    private Judged judged(long seed) {
        Shop shop = new ShopGenerator(new ShopOptions(
                        seed, 1500, LocalDate.parse("2024-01-01"), LocalDate.parse("2025-12-31"), 1.7, 0.3))
                .writeTo(folder.resolve("shop" + seed), done -> {});
        try (DuckStore store = DuckStore.inMemory()) {
            DemoSessions.read(store, shop.exports(), folder.resolve("scratch" + seed));
            new SessionJobs(JobLibrary.builtIn()).run(store);
            store.run(Sql.of(
                    "create table truth as select *, cast(started_at as timestamp with time zone) as began_at from read_csv(%s, types = {'started_at': 'varchar'})"
                            .formatted(Sql.literal(shop.truth()
                                    .resolveSibling("truth_sessions.csv")
                                    .toString()))));
            return store.query(Sql.of("""
                            select count(*) as matched,
                                avg(case when told.job <> 'unclear' then 1.0 else 0 end) as decided,
                                avg(case when told.job = truth.job then 1.0 else 0 end) filter (where told.job <> 'unclear') as "right",
                                avg(case when truth.best_guess = truth.job then 1.0 else 0 end) filter (where told.job <> 'unclear') as best
                            from truth
                            inner join session_jobs as told on told.started_at = truth.began_at
                                and told.visitor in (truth.customer_id, truth.anonymous_id)"""), Judged.class).getFirst();
        }
    }

    @Test
    void thin_or_tied_evidence_is_unclear() {
        try (DuckStore store = DuckStore.inMemory()) {
            sessions(store, "1, 'a', 0, 0, 'visit'", "2, 'a', 1, 0, 'product'", "3, 'a', 1, 1, 'product'");

            assertThat(store.query(
                            Sql.of("select session_id as sessions from session_jobs where job = 'research'"),
                            Made.class))
                    .isEqualTo(List.of(new Made(2)));
            assertThat(store.query(
                            Sql.of("select session_id as sessions from session_jobs where job = 'unclear' order by 1"),
                            Made.class))
                    .isEqualTo(List.of(new Made(1), new Made(3)));
        }
    }

    /// @param rows session, visitor, downloads, wishlists and how far it got; nothing else happened in it
    private static void sessions(DuckStore store, String... rows) {
        store.run(Sql.of("create table units (customer_id varchar, unit_id varchar)"));
        store.run(Sql.of("create table run as select timestamp with time zone '2024-06-01 00:00:00+00' as as_of_end"));
        String nothing = SessionFacts.COUNTS.stream()
                .filter(name ->
                        !List.of("downloads", "wishlists", "new_products").contains(name))
                .map(name -> "0 as " + name)
                .collect(java.util.stream.Collectors.joining(", "));
        store.run(Sql.of(
                "create table sessions as select session_id, visitor, visitor as customer_id, timestamp with time zone '2024-05-01 10:00:00+00' as started_at, timestamp '2024-05-01 10:00:00' as started_local, 3 as weekday, 10 as hour, '' as landing, 'x' as source, '' as channel, '' as device, 'c' as top_category, 'f' as feature, 60.0 as seconds, 'left' as outcome, downloads, wishlists, reached, %s from (values (%s)) as given(session_id, visitor, downloads, wishlists, reached)"
                        .formatted(nothing, String.join("), (", rows))));
        new SessionJobs(JobLibrary.builtIn()).run(store);
    }
}
