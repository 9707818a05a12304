package io.filon.niche;

import io.filon.niche.Beliefs.Mean;
import io.filon.niche.Beliefs.Share;
import io.filon.niche.People.Row;
import io.filon.stats.ShareRange;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/// The figures of a group by criterion, each with its range or why it cannot be known. What a customer leaves and how
/// many buy are as believed (drawn towards everybody's); the others as counted.
final class Measures {

    private static final double NORMAL_95 = 1.959964;

    private final People people;
    private final Beliefs beliefs;
    private final int least;
    private final @Nullable RoaringBitmap referred;
    private final boolean together;
    private final boolean acquisitionTold;
    private final boolean contactTold;
    private final boolean serviceTold;
    private final RoaringBitmap everybody;
    private final Set<String> jobs = new HashSet<>();
    private final Map<Criterion, Boolean> told = new EnumMap<>(Criterion.class);

    Measures(People people, Beliefs beliefs, int least) {
        this.people = people;
        this.beliefs = beliefs;
        this.least = least;
        this.acquisitionTold = anybody(Row::acquisition);
        this.contactTold = anybody(Row::contact);
        this.serviceTold = anybody(Row::service);
        this.everybody = people.everybody();
        this.referred = people.referred().orElse(null);
        for (int i = 0; i < people.size(); i++) {
            String job = people.row(i).job();
            if (job != null) {
                jobs.add(job);
            }
        }
        this.together = sharingCompany(people.buyers()) > 0;
        Map<Criterion, Figure> all = of(everybody, beliefs.everyone(), beliefs.winningOfAll());
        all.forEach((criterion, figure) -> told.put(criterion, figure.known()));
    }

    /// Whether the files of this company tell it at all: what no file tells weighs nothing.
    boolean tells(Criterion criterion) {
        return criterion == Criterion.SIZE || told.getOrDefault(criterion, false);
    }

    Map<Criterion, Figure> everyone() {
        return of(everybody, beliefs.everyone(), beliefs.winningOfAll());
    }

    Map<Criterion, Figure> of(Candidate candidate) {
        RoaringBitmap members = candidate.members();
        return of(members, beliefs.value(members).orElse(new Mean(0, 0, 0, 0, 0)), beliefs.winning(candidate));
    }

    private Map<Criterion, Figure> of(RoaringBitmap members, Mean value, Optional<Share> share) {
        Map<Criterion, Figure> figures = new EnumMap<>(Criterion.class);
        figures.put(
                Criterion.VALUE,
                value.cases() == 0
                        ? Figure.unknown("value", 0)
                        : Figure.believed(
                                value.raw(),
                                value.mean(),
                                value.mean() - NORMAL_95 * value.error(),
                                value.mean() + NORMAL_95 * value.error(),
                                value.cases()));
        figures.put(
                Criterion.WIN_RATE,
                share.map(Measures::share)
                        .orElseGet(() -> Figure.unknown(beliefs.tellsShares() ? "told_after" : "only_buyers", 0)));
        double[] nets = beliefs.nets(members);
        double[] acquisition = beliefs.values(members, Row::acquisition);
        figures.put(Criterion.PAYBACK, payback(nets, acquisition));
        figures.put(Criterion.RETENTION, retention(members));
        figures.put(Criterion.REFERRAL, referral(members));
        figures.put(Criterion.SERVICE, cost(members, Row::service, serviceTold, "service"));
        figures.put(Criterion.JOB, job(members));
        figures.put(Criterion.EFFORT, cost(members, Measures::effort, acquisitionTold || contactTold, "effort"));
        return figures;
    }

    private static Figure share(Share share) {
        double mean = share.mean();
        double half = NORMAL_95 * Math.sqrt(mean * (1 - mean) / (share.won() + share.lost() + 1));
        return Figure.believed(share.raw(), mean, Math.max(0, mean - half), Math.min(1, mean + half), share.cases());
    }

    /// Months until the mean customer's contribution has paid for acquiring it, contribution coming evenly.
    private Figure payback(double[] nets, double[] acquisition) {
        double paid = Beliefs.mean(acquisition);
        if (acquisition.length < least) {
            return Figure.unknown("few", acquisition.length);
        }
        if (paid == 0 && !acquisitionTold) {
            return Figure.unknown("payback", 0);
        }
        if (paid == 0) {
            return Figure.measured(0, 0, 0, nets.length);
        }
        double net = Beliefs.mean(nets);
        double half = NORMAL_95 * Math.sqrt(Beliefs.variance(nets, net) / nets.length);
        double left = net + paid;
        if (left - half <= 0) {
            return Figure.unknown("never", nets.length);
        }
        return Figure.measured(12 * paid / left, 12 * paid / (left + half), 12 * paid / (left - half), nets.length);
    }

    private boolean anybody(ToDoubleFunction<Row> figure) {
        return !people.where(row -> figure.applyAsDouble(row) > 0).isEmpty();
    }

    private static double effort(Row row) {
        return row.acquisition() + row.contact();
    }

    private Figure retention(RoaringBitmap members) {
        long before = count(members, Row::before);
        return before < least
                ? Figure.unknown("retention", before)
                : counted(count(members, row -> row.before() && row.lately()), before);
    }

    /// Who came by another customer; where no file tells, who is of the same company as another customer.
    private Figure referral(RoaringBitmap members) {
        long bought = count(members, Row::bought);
        if (bought < least) {
            return Figure.unknown("few", bought);
        }
        if (referred != null) {
            RoaringBitmap buyers = RoaringBitmap.and(members, people.buyers());
            return counted(RoaringBitmap.andCardinality(referred, buyers), bought);
        }
        if (!together) {
            return Figure.unknown("referral", 0);
        }
        return counted(sharingCompany(members), bought);
    }

    /// Customers of whose company another one is a customer too.
    private long sharingCompany(RoaringBitmap members) {
        Map<String, Integer> accounts = new TreeMap<>();
        RoaringBitmap.and(members, people.buyers()).forEach((int person) -> {
            String account = people.row(person).account();
            if (account != null) {
                accounts.merge(account, 1, Integer::sum);
            }
        });
        return accounts.values().stream().mapToLong(n -> n > 1 ? n : 0).sum();
    }

    private Figure cost(RoaringBitmap members, ToDoubleFunction<Row> figure, boolean told, String why) {
        double[] costs = beliefs.values(members, figure);
        if (!told) {
            return Figure.unknown(why, 0);
        }
        if (costs.length < least) {
            return Figure.unknown("few", costs.length);
        }
        double mean = Beliefs.mean(costs);
        double half = NORMAL_95 * Math.sqrt(Beliefs.variance(costs, mean) / costs.length);
        return Figure.measured(mean, Math.max(0, mean - half), mean + half, costs.length);
    }

    /// 1 - entropy over its most, one customer one job; the bias of few customers taken off (Miller 1955).
    private Figure job(RoaringBitmap members) {
        if (jobs.size() < 2) {
            return Figure.unknown("job", 0);
        }
        Map<String, Integer> counts = new TreeMap<>();
        members.forEach((int person) -> {
            String job = people.row(person).job();
            if (job != null) {
                counts.merge(job, 1, Integer::sum);
            }
        });
        double n = counts.values().stream().mapToInt(Integer::intValue).sum();
        if (n < least) {
            return Figure.unknown("few_jobs", Math.round(n));
        }
        double entropy = 0;
        double squares = 0;
        for (int count : counts.values()) {
            double part = count / n;
            entropy -= part * Math.log(part);
            squares += part * Math.log(part) * Math.log(part);
        }
        double most = Math.log(jobs.size());
        double half = NORMAL_95 * Math.sqrt(Math.max(0, squares - entropy * entropy) / n) / most;
        double alike = 1 - Math.min(most, entropy + (counts.size() - 1) / (2 * n)) / most;
        return Figure.measured(alike, Math.max(0, alike - half), Math.min(1, alike + half), Math.round(n));
    }

    private long count(RoaringBitmap members, Predicate<Row> holds) {
        return members.stream().filter(person -> holds.test(people.row(person))).count();
    }

    private static Figure counted(long count, long of) {
        ShareRange range = ShareRange.of(count, of);
        return Figure.measured(range.share(), range.low(), range.high(), of);
    }
}
