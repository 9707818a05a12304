package io.filon.behaviour.job;

import io.filon.stats.cluster.Gower;
import io.filon.stats.cluster.Medoids;
import io.filon.stats.cluster.Stability;
import io.filon.store.Script;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Looks among the sessions that no job explains for kinds of visit that come back: groups of a sample, as many as are
/// stable, perhaps none. A group is proposed as a job when signs set it apart from all other sessions.
public final class Proposals {

    /// Fewer sessions of one kind are no kind.
    static final long SMALLEST = 50;

    private static final int SAMPLE = 800;
    private static final double SHOWN = 0.5;
    private static final double LIFT = 2;
    private static final int MOST_SIGNS = 4;

    /// What unexplained sessions are compared by, besides where they came from. How a visit ends is not what it was
    /// for.
    private static final List<String> COMPARED = List.of(
            "product_views",
            "categories",
            "most_of_one",
            "bought_before",
            "lists",
            "searches",
            "empty_searches",
            "comparisons",
            "filters",
            "cart_adds",
            "cart_removes",
            "cart_views",
            "wishlists",
            "reviews",
            "promotions",
            "coupons",
            "account_views",
            "downloads",
            "videos",
            "chats",
            "support_views",
            "errors");

    /// @param fact   `downloads` or `source`
    /// @param value  empty for a count that is 1 or more
    /// @param share  0..1 of the group's sessions that show it
    /// @param others 0..1 of all sessions that do
    public record Sign(String fact, String value, double share, double others) {}

    /// @param sessions of all that show at least two of the signs, or the only one, and are explained by no job
    /// @param visitors who had them
    /// @param purchases of them
    /// @param netYearly what their customers left in the last 365 days on average; NaN when none is known
    public record Proposal(
            int number, List<Sign> signs, long sessions, long visitors, long purchases, double netYearly) {

        public Proposal {
            signs = List.copyOf(signs);
        }
    }

    /// @param unclear sessions no job explains
    /// @param groups  stable groups among a sample of them; 1 for none
    /// @param index   0..1 how stable they are
    public record Found(long sessions, long unclear, int groups, double index, List<Proposal> proposals) {

        public Found {
            proposals = List.copyOf(proposals);
        }
    }

    private record Unclear(List<double[]> numbers, List<String> sources) {}

    private final Store store;

    public Proposals(Store store) {
        this.store = store;
    }

    /// Needs `session_jobs`. The same sessions give the same proposals.
    public Found find() {
        store.stageView(Script.beside(SessionJobs.class, "session_evidence"));
        try {
            long sessions = store.number(Sql.of("select count(*) from session_jobs"));
            long unclear = store.number(Sql.of("select count(*) from session_jobs where job = 'unclear'"));
            Unclear sample = sample();
            if (sample.numbers.size() < 2 * SMALLEST) {
                return new Found(sessions, unclear, 1, 0, List.of());
            }
            return grouped(sessions, unclear, sample);
        } finally {
            store.run(Sql.of("drop view if exists session_evidence"));
        }
    }

    private Found grouped(long sessions, long unclear, Unclear sample) {
        Gower rows = new Gower(sample.numbers.toArray(double[][]::new), codes(sample.sources));
        Stability stable = Stability.of(rows, new SplittableRandom(1));
        if (stable.groups() == 1) {
            return new Found(sessions, unclear, 1, 0, List.of());
        }
        int[] all = IntStream.range(0, sample.numbers.size()).toArray();
        int[] groups = Medoids.of(rows.distances(), all, stable.groups()).groups();
        List<Proposal> proposals = new ArrayList<>();
        for (int group = 0; group < stable.groups(); group++) {
            int of = group;
            List<Integer> members =
                    IntStream.of(all).filter(i -> groups[i] == of).boxed().toList();
            List<Sign> signs = signs(sample, members, sessions);
            if (!signs.isEmpty()) {
                Proposal sized = sized(proposals.size() + 1, signs);
                if (sized.sessions >= SMALLEST) {
                    proposals.add(sized);
                }
            }
        }
        return new Found(sessions, unclear, stable.groups(), stable.index(), proposals);
    }

    private Unclear sample() {
        List<double[]> numbers = new ArrayList<>();
        List<String> sources = new ArrayList<>();
        store.scan(
                Sql.of(("select coalesce(source, ''), %s from session_evidence where session_id in (select session_id "
                                + "from session_jobs where job = 'unclear' order by hash(session_id), session_id limit %d) "
                                + "order by session_id")
                        .formatted(String.join(", ", COMPARED), SAMPLE)),
                cells -> {
                    String source = cells.text(0);
                    sources.add(source == null ? "" : source);
                    double[] row = new double[COMPARED.size()];
                    for (int i = 0; i < row.length; i++) {
                        row[i] = Math.min(2, cells.number(i + 1)); // none, once, more
                    }
                    numbers.add(row);
                });
        return new Unclear(numbers, sources);
    }

    private static int[][] codes(List<String> words) {
        Map<String, Integer> known = new HashMap<>();
        int[][] codes = new int[words.size()][];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = new int[] {known.computeIfAbsent(words.get(i), word -> known.size())};
        }
        return codes;
    }

    private List<Sign> signs(Unclear sample, List<Integer> members, long sessions) {
        List<Sign> signs = new ArrayList<>();
        for (int c = 0; c < COMPARED.size(); c++) {
            int column = c;
            long shown = members.stream()
                    .filter(i -> sample.numbers.get(i)[column] > 0)
                    .count();
            add(signs, COMPARED.get(c), "", (double) shown / members.size(), sessions);
        }
        Map<String, Long> sources = new HashMap<>();
        members.forEach(i -> sources.merge(sample.sources.get(i), 1L, Long::sum));
        sources.forEach((source, count) -> {
            if (!source.isEmpty()) {
                add(signs, "source", source, (double) count / members.size(), sessions);
            }
        });
        return signs.stream()
                .sorted(Comparator.<Sign>comparingDouble(sign -> -sign.share / Math.max(sign.others, 1e-9))
                        .thenComparing(Sign::fact))
                .limit(MOST_SIGNS)
                .toList();
    }

    private void add(List<Sign> signs, String fact, String value, double share, long sessions) {
        if (share < SHOWN) {
            return;
        }
        Sql holds = holds(fact, value);
        double others = (double) store.number(
                        Sql.of("select count(*) from session_evidence where ").then(holds))
                / sessions;
        if (share >= LIFT * others) {
            signs.add(new Sign(fact, value, share, others));
        }
    }

    private static Sql holds(String fact, String value) {
        return value.isEmpty() ? Sql.of(fact + " >= 1") : Sql.of(fact + " = ?", value);
    }

    private record Size(long sessions, long visitors, long purchases, double net) {}

    private Proposal sized(int number, List<Sign> signs) {
        List<Sql> each = signs.stream()
                .map(sign ->
                        Sql.of("case when ").then(holds(sign.fact, sign.value)).then(Sql.of(" then 1 else 0 end")))
                .toList();
        Sql shows = Sql.of("select * from session_evidence where ")
                .then(Sql.join(each, " + "))
                .then(Sql.of(" >= %d and session_id in (select session_id from session_jobs where job = 'unclear')"
                        .formatted(Math.min(2, signs.size()))));
        Size size = store.query(Sql.of("with shown as (").then(shows).then(Sql.of("""
                                        ), net as (
                                            select avg(cast(net_12m as double)) as net
                                            from customer_facts
                                            where customer_id in (select customer_id from shown)
                                        )
                                        select count(*) as sessions, count(distinct visitor) as visitors,
                                            count(*) filter (where purchases > 0) as purchases,
                                            coalesce(any_value(net.net), cast('NaN' as double)) as net
                                        from shown cross join net""")), Size.class)
                .getFirst();
        return new Proposal(number, signs, size.sessions, size.visitors, size.purchases, size.net);
    }
}
