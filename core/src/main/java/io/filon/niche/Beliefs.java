package io.filon.niche;

import io.filon.niche.People.Column;
import io.filon.niche.People.Deal;
import io.filon.niche.People.Row;
import io.filon.stats.incidence.CumulativeIncidence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.PeekableIntIterator;
import org.roaringbitmap.RoaringBitmap;

// Empirical Bayes. What groups of this base differ by at all is learnt once, from every value of every column that
// tells customers apart (region, sector, product…), whatever the list of candidates is: so one more candidate changes
// nothing for the others. Means: normal-normal, the spread between groups integrated over a flat prior (Gelman 2006) so
// that it is never exactly 0. Shares: a beta prior with the same spread. Without it the best of many noisy groups is
// announced too high (Smith & Winkler 2006). Assumes groups that differ like those of the columns do.

/// What is believed of any group: what a customer leaves, and how many of those spoken to buy.
final class Beliefs {

    private static final int GRID = 200;
    private static final int FEWEST = 5;
    private static final double MOST_CLOSED = 0.95;

    /// A variance of so many customers of the base is mixed into that of a group.
    private static final double PRIOR_CASES = 30;

    /// @param raw  the group's own mean
    /// @param mean drawn towards everybody's, as far as its noise asks; `error` around it
    record Mean(double raw, double rawError, double mean, double error, long cases) {}

    /// Beta(won, lost): what is believed of the share who buy.
    ///
    /// @param raw   the group's own share
    /// @param cases followed long enough to tell
    record Share(double raw, double won, double lost, long cases) {
        double mean() {
            return won / (won + lost);
        }
    }

    private record Cases(double won, double cases, double share) {}

    /// What tells a group from everybody, in sums, so that a part can be taken out of it.
    ///
    /// @param total,squares of what its customers left; `won` of `cases` bought, 0 of 0 where that cannot be known
    record Sums(double customers, double total, double squares, double won, double cases) {

        Sums without(Sums part) {
            return new Sums(
                    customers - part.customers,
                    total - part.total,
                    squares - part.squares,
                    won - part.won,
                    cases - part.cases);
        }
    }

    /// @param edge  what a customer leaves beyond what the effort of winning it leaves elsewhere
    /// @param error of that
    record Edge(double edge, double error) {
        double clear() {
            return error == 0 ? 0 : edge / error;
        }
    }

    Sums sums(Candidate candidate) {
        double total = 0;
        double squares = 0;
        double[] nets = nets(candidate.members());
        for (double net : nets) {
            total += net;
            squares += net * net;
        }
        Optional<Cases> cases = own(candidate);
        return new Sums(
                nets.length,
                total,
                squares,
                cases.map(Cases::won).orElse(0.0),
                cases.map(Cases::cases).orElse(0.0));
    }

    Edge edge(Sums of) {
        double elsewhere = Math.max(0, everyone);
        if (of.customers < 1) {
            return new Edge(0, 0);
        }
        double n = of.customers;
        double mean = of.total / n;
        double own = n < 2 ? 0 : Math.max(0, (of.squares - n * mean * mean) / (n - 1));
        double noise = (PRIOR_CASES * variance + (n - 1) * own) / (PRIOR_CASES + n - 1) / n;
        if (of.cases < 1 || whole == null) {
            return new Edge(mean - elsewhere, Math.sqrt(noise));
        }
        double winning = (strength * share + of.won) / (strength + of.cases);
        double ratio = winning <= 0 ? 1 : share / winning;
        double error = ratio * Math.sqrt((1 - winning) / Math.max(1e-9, winning) / (strength + of.cases));
        return new Edge(mean - ratio * elsewhere, Math.hypot(Math.sqrt(noise), elsewhere * error));
    }

    private final People people;
    private final List<Deal> deals;
    private final int closedBy;
    private final double everyone;
    private final double variance;
    private final long judged;
    private final double between;
    private final double share;
    private final double strength;
    private final @Nullable Cases whole;

    Beliefs(People people, List<Column> columns, int least) {
        this.people = people;
        this.deals = people.deals();
        this.closedBy = closedBy(deals);
        RoaringBitmap all = people.everybody();
        double[] nets = nets(all);
        this.judged = nets.length;
        this.everyone = mean(nets);
        this.variance = variance(nets, everyone);
        this.whole = people.unwon().getCardinality() < least
                ? null
                : cases(all, _ -> true).orElse(null);
        this.share = whole == null ? 0 : whole.share;
        List<double[]> means = new ArrayList<>();
        List<double[]> shares = new ArrayList<>();
        for (Column column : columns) {
            column.values().values().forEach(set -> {
                double[] own = nets(set);
                if (own.length >= FEWEST) {
                    means.add(new double[] {mean(own), mixed(own) / own.length});
                }
                cases(set, _ -> true)
                        .filter(one -> one.cases >= FEWEST)
                        .ifPresent(one -> shares.add(new double[] {one.share, share * (1 - share) / one.cases}));
            });
        }
        this.between = between(means, everyone);
        double spread = between(shares, share);
        this.strength = spread <= 0 ? 1e6 : Math.clamp(share * (1 - share) / spread - 1, 2, 1e6);
    }

    /// What a customer of all leaves.
    Mean everyone() {
        double error = judged < 2 ? 0 : Math.sqrt(variance / judged);
        return new Mean(everyone, error, everyone, error, judged);
    }

    /// Empty where nobody has left anything in the window yet.
    Optional<Mean> value(RoaringBitmap members) {
        double[] nets = nets(members);
        if (nets.length == 0) {
            return Optional.empty();
        }
        double raw = mean(nets);
        double noise = mixed(nets) / nets.length;
        double own = noise + between == 0 ? 1 : between / (between + noise);
        return Optional.of(new Mean(
                raw, Math.sqrt(noise), everyone + own * (raw - everyone), Math.sqrt(own * noise), nets.length));
    }

    /// Whether files tell who was spoken to and did not buy.
    boolean tellsShares() {
        return whole != null;
    }

    boolean byDeals() {
        return people.byDeals();
    }

    /// Standard deviation between groups, money.
    double differ() {
        return Math.sqrt(between);
    }

    /// Empty where it cannot be known.
    Optional<Share> winning(Candidate candidate) {
        return own(candidate).map(this::believed);
    }

    private Optional<Cases> own(Candidate candidate) {
        if (whole == null || !candidate.toldBefore()) {
            return Optional.empty();
        }
        return cases(
                byDeals() ? candidate.around() : candidate.members(),
                deal -> candidate.product().isEmpty()
                        || candidate.product().get().equals(deals.get(deal).want()));
    }

    Optional<Share> winningOfAll() {
        return Optional.ofNullable(whole)
                .map(one -> new Share(one.share, one.won + 0.5, one.cases - one.won + 0.5, Math.round(one.cases)));
    }

    private Share believed(Cases one) {
        return new Share(
                one.share,
                Math.max(1e-3, strength * share) + one.won,
                Math.max(1e-3, strength * (1 - share)) + one.cases - one.won,
                Math.round(one.cases));
    }

    /// Of deals, open ones not lost; else of everybody on file for three months, who has bought.
    private Optional<Cases> cases(RoaringBitmap members, IntPredicate counts) {
        return byDeals() ? ofDeals(members, counts) : ofContacts(members);
    }

    private Optional<Cases> ofDeals(RoaringBitmap members, IntPredicate counts) {
        List<CumulativeIncidence.Case> cases = new ArrayList<>();
        int followed = 0;
        for (int i = 0; i < deals.size(); i++) {
            Deal deal = deals.get(i);
            if (members.contains(deal.person()) && counts.test(i)) {
                cases.add(new CumulativeIncidence.Case(deal.day(), deal.end()));
                followed += deal.end() != 0 || deal.day() >= closedBy ? 1 : 0;
            }
        }
        if (followed == 0) {
            return Optional.empty();
        }
        double share = new CumulativeIncidence(cases).by(closedBy).share();
        return Optional.of(new Cases(share * followed, followed, share));
    }

    private Optional<Cases> ofContacts(RoaringBitmap members) {
        long bought = 0;
        long known = 0;
        PeekableIntIterator each = members.getIntIterator();
        while (each.hasNext()) {
            Row row = people.row(each.next());
            if (row.metDays() >= People.MATURE_DAYS) {
                known++;
                bought += row.bought() ? 1 : 0;
            }
        }
        if (known == 0) {
            return Optional.empty();
        }
        return Optional.of(new Cases(bought, known, (double) bought / known));
    }

    double[] nets(RoaringBitmap members) {
        return values(members, Row::net);
    }

    /// Of who is judged.
    double[] values(RoaringBitmap members, ToDoubleFunction<Row> figure) {
        RoaringBitmap counted = RoaringBitmap.and(members, people.judged());
        double[] values = new double[counted.getCardinality()];
        PeekableIntIterator each = counted.getIntIterator();
        for (int i = 0; i < values.length; i++) {
            values[i] = figure.applyAsDouble(people.row(each.next()));
        }
        return values;
    }

    private double mixed(double[] own) {
        double mean = mean(own);
        double n = own.length;
        return (PRIOR_CASES * variance + (n - 1) * variance(own, mean)) / (PRIOR_CASES + n - 1);
    }

    private static int closedBy(List<Deal> deals) {
        int[] closed = deals.stream()
                .filter(deal -> deal.end() != 0)
                .mapToInt(Deal::day)
                .sorted()
                .toArray();
        return closed.length == 0 ? 0 : closed[(int) Math.ceil(MOST_CLOSED * closed.length) - 1];
    }

    /// Variance between groups, its square root flat beforehand.
    ///
    /// @param groups a mean and the variance of its error each
    static double between(List<double[]> groups, double centre) {
        if (groups.isEmpty()) {
            return 0;
        }
        double widest = 0;
        for (double[] group : groups) {
            widest = Math.max(widest, Math.abs(group[0] - centre) + Math.sqrt(group[1]));
        }
        double[] logs = new double[GRID];
        for (int step = 0; step < GRID; step++) {
            double spread = 2 * widest * (step + 0.5) / GRID;
            for (double[] group : groups) {
                double all = spread * spread + group[1];
                logs[step] -= all == 0 ? 0 : 0.5 * (Math.log(all) + (group[0] - centre) * (group[0] - centre) / all);
            }
        }
        double top = Arrays.stream(logs).max().orElseThrow();
        double whole = 0;
        double sum = 0;
        for (int step = 0; step < GRID; step++) {
            double spread = 2 * widest * (step + 0.5) / GRID;
            double weight = Math.exp(logs[step] - top);
            whole += weight;
            sum += weight * spread * spread;
        }
        return sum / whole;
    }

    static double mean(double[] numbers) {
        double sum = 0;
        for (double number : numbers) {
            sum += number;
        }
        return numbers.length == 0 ? 0 : sum / numbers.length;
    }

    static double variance(double[] numbers, double mean) {
        double squares = 0;
        for (double number : numbers) {
            squares += (number - mean) * (number - mean);
        }
        return numbers.length < 2 ? 0 : squares / (numbers.length - 1);
    }
}
