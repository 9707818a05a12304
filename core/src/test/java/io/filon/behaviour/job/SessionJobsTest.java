package io.filon.behaviour.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.demo.Shop;
import io.filon.demo.ShopGenerator;
import io.filon.demo.ShopOptions;
import io.filon.store.DuckStore;
import io.filon.store.Sql;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The jobs told against those the demo's visits were made from.
class SessionJobsTest {

    /// What the best possible reader of one visit at a time would get, from the answer sheet.
    ///
    /// @param proposed jobs for visits that none explains
    /// @param shuffled the same when each thing done is dealt out among all visits
    private record Judged(long matched, double decided, double right, double best, int proposed, int shuffled) {}

    private record Read(long matched, double decided, double right, double best) {}

    private record Made(long sessions) {}

    @TempDir
    Path folder;

    /// Made-up shops of which it is asked; each a few thousand visits.
    private static final int SEEDS = Integer.getInteger("study.seeds", 100);

    private static final int CUSTOMERS = 500;

    @Test
    @Tag("study")
    void jobs_are_right_where_they_are_told_and_a_shuffled_log_proposes_none() {
        List<Judged> shops = LongStream.rangeClosed(1, SEEDS)
                .mapToObj(this::judged)
                .peek(System.out::println) // a study takes long
                .toList();
        long all = shops.stream()
                .filter(shop -> shop.decided >= 0.60 && shop.right >= 0.85 && shop.right >= shop.best - 0.05)
                .count();
        long shuffled = shops.stream().filter(shop -> shop.shuffled > 0).count();
        double visits = shops.stream().mapToLong(Judged::matched).sum();
        double told =
                shops.stream().mapToDouble(shop -> shop.matched * shop.decided).sum();
        double right = shops.stream()
                .mapToDouble(shop -> shop.matched * shop.decided * shop.right)
                .sum();
        double best = shops.stream()
                .mapToDouble(shop -> shop.matched * shop.decided * shop.best)
                .sum();
        DoubleSummaryStatistics each = shops.stream().mapToDouble(Judged::right).summaryStatistics();
        DoubleSummaryStatistics share =
                shops.stream().mapToDouble(Judged::decided).summaryStatistics();
        System.out.printf(
                Locale.ROOT,
                "%d shops, %.0f visits: told of %.1f %% (%.1f to %.1f), right %.1f %% (%.1f to %.1f), the best reader of "
                        + "the same %.1f %%; all three hold in %d shops; jobs proposed in %d, with what was done dealt out anew "
                        + "among visits in %d%n",
                SEEDS,
                visits,
                100 * told / visits,
                100 * share.getMin(),
                100 * share.getMax(),
                100 * right / told,
                100 * each.getMin(),
                100 * each.getMax(),
                100 * best / told,
                all,
                shops.stream().filter(shop -> shop.proposed > 0).count(),
                shuffled);
        assertThat(shuffled).isLessThanOrEqualTo(SEEDS / 10);
        assertThat(all).isGreaterThanOrEqualTo(SEEDS * 9L / 10);
    }

    private Judged judged(long seed) {
        Shop shop = new ShopGenerator(new ShopOptions(
                        seed, CUSTOMERS, LocalDate.parse("2024-01-01"), LocalDate.parse("2025-12-31"), 1.7, 0.3))
                .writeTo(folder.resolve("shop" + seed), done -> {});
        try (DuckStore store = DuckStore.inMemory()) {
            DemoSessions.read(store, shop.exports(), folder.resolve("scratch" + seed));
            new SessionJobs(JobLibrary.builtIn()).run(store);
            store.run(Sql.of(
                    "create table truth as select *, cast(started_at as timestamp with time zone) as began_at from read_csv(%s, types = {'started_at': 'varchar'})"
                            .formatted(Sql.literal(shop.truth()
                                    .resolveSibling("truth_sessions.csv")
                                    .toString()))));
            Read read = store.query(Sql.of("""
                            select count(*) as matched,
                                avg(case when told.job <> 'unclear' then 1.0 else 0 end) as decided,
                                avg(case when told.job = truth.job then 1.0 else 0 end) filter (where told.job <> 'unclear') as "right",
                                avg(case when truth.best_guess = truth.job then 1.0 else 0 end) filter (where told.job <> 'unclear') as best
                            from truth
                            inner join session_jobs as told on told.started_at = truth.began_at
                                and told.visitor in (truth.customer_id, truth.anonymous_id)"""), Read.class).getFirst();
            store.run(Sql.of("create table customer_facts (customer_id varchar, net_12m double)"));
            int proposed = proposals(store);
            shuffle(store);
            new SessionJobs(JobLibrary.builtIn()).run(store);
            return new Judged(read.matched, read.decided, read.right, read.best, proposed, proposals(store));
        }
    }

    private static int proposals(DuckStore store) {
        return new Proposals(store).find().proposals().size();
    }

    /// Deals out each count, and where visits came from, among all visits: nothing goes together any more.
    private static void shuffle(DuckStore store) {
        List<String> dealt = new ArrayList<>(SessionFacts.COUNTS);
        dealt.remove("new_products"); // is worked out from others
        dealt.add("source");
        store.run(Sql.of(
                "create table whole as select *, row_number() over (order by session_id) as place from sessions"));
        for (String column : dealt) {
            store.run(Sql.of("""
                    create or replace table whole as select whole.* replace (other.dealt as %1$s) from whole
                    inner join (select %1$s as dealt, row_number() over (order by hash(session_id || '%1$s')) as place
                        from whole) as other on other.place = whole.place""".formatted(column)));
        }
        store.run(Sql.of("create or replace table sessions as select * exclude (place) from whole"));
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
