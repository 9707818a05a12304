package io.filon.icp.claim;

import io.filon.stats.MeanRange;
import io.filon.stats.ShareRange;
import io.filon.workspace.Belief;
import java.text.Normalizer;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The figures of one group of buyers that beliefs are compared with.
final class Figures {

    /// A fact known of fewer says nothing of all.
    static final double KNOWN = 0.5;

    private final People people;
    private final BitSet members;

    Figures(People people, BitSet members) {
        this.people = people;
        this.members = members;
    }

    BitSet members() {
        return members;
    }

    Reality.Shares shares() {
        return new Reality.Shares(
                share(Belief.Of.CUSTOMERS).orElse(null),
                share(Belief.Of.STAR_CUSTOMERS).orElse(null),
                share(Belief.Of.REVENUE).orElse(null),
                share(Belief.Of.CONTRIBUTION).orElse(null));
    }

    /// The group's part of the base.
    Optional<Measured> share(Belief.Of of) {
        return switch (of) {
            case CUSTOMERS -> counted(people.all(), members);
            case STAR_CUSTOMERS -> counted(people.stars(), members);
            case REVENUE -> MoneyShare.of(people.revenue(), people.all(), members);
            case CONTRIBUTION -> MoneyShare.of(people.net(), people.all(), members);
        };
    }

    /// What the base's share is a share of, in money of 12 months.
    double whole(Belief.Of of) {
        return switch (of) {
            case CUSTOMERS, CONTRIBUTION -> sum(people.net(), people.all());
            case STAR_CUSTOMERS -> sum(people.starNet(), people.stars());
            case REVENUE -> sum(people.revenue(), people.all());
        };
    }

    /// The part of the group's customers in another group.
    Optional<Measured> part(BitSet other) {
        return counted(members, other);
    }

    /// The part of the group that a channel brought, of those whose channel is known.
    Optional<Measured> acquiredBy(String channel) {
        BitSet known = new BitSet();
        for (int i = members.nextSetBit(0); i >= 0; i = members.nextSetBit(i + 1)) {
            known.set(i, !people.channels()[i].isEmpty());
        }
        return known.cardinality() < KNOWN * members.cardinality()
                ? Optional.empty()
                : counted(known, broughtBy(channel));
    }

    BitSet broughtBy(String channel) {
        BitSet brought = new BitSet();
        String wanted = plain(channel);
        Map<String, Boolean> same = new HashMap<>();
        for (int i = 0; i < people.size(); i++) {
            brought.set(
                    i,
                    same.computeIfAbsent(people.channels()[i], one -> plain(one).equals(wanted)));
        }
        return brought;
    }

    Optional<Measured> average(Belief.What what) {
        return switch (what) {
            case NET_PER_CUSTOMER -> average(people.net());
            case REVENUE_PER_CUSTOMER -> average(people.revenue());
            case ORDERS_PER_YEAR -> average(people.orders());
            case DAYS_BETWEEN_ORDERS -> average(people.gapDays());
        };
    }

    /// The usual of those known for the whole window, so that all had as long.
    Optional<Measured> average(double[] values) {
        double[] known = Lift.both(members, people.whole()).stream()
                .mapToDouble(i -> values[i])
                .filter(value -> !Double.isNaN(value))
                .toArray();
        return known.length < MeanRange.FEWEST
                ? Optional.empty()
                : Optional.of(Measured.of(MeanRange.of(known), known.length));
    }

    /// What one unit of an average is worth over all the group's customers.
    double perUnit(Belief.Average average) {
        double customers = members.cardinality();
        return switch (average.what()) {
            case NET_PER_CUSTOMER, REVENUE_PER_CUSTOMER -> customers;
            case ORDERS_PER_YEAR -> sum(people.net(), members) / Math.max(1, sum(people.orders(), members)) * customers;
            case DAYS_BETWEEN_ORDERS -> ownNet() / Math.max(1, average.value());
        };
    }

    double ownNet() {
        return sum(people.net(), members);
    }

    /// Of what winning customers cost; a count of what was spent, so without a range.
    @Nullable
    Double spentShare() {
        double all = sum(people.acquisition(), people.all());
        return all > 0 ? sum(people.acquisition(), members) / all : null;
    }

    static double sum(double[] amounts, BitSet of) {
        return of.stream().mapToDouble(i -> amounts[i]).sum();
    }

    static Measured times(Measured share, double whole) {
        double low = Math.min(share.low() * whole, share.high() * whole);
        double high = Math.max(share.low() * whole, share.high() * whole);
        return new Measured(share.value() * whole, low, high, share.customers());
    }

    /// How far a figure is from a claim, in money and without a sign: from the nearest to the farthest end.
    static Measured gap(Measured figure, double claim, double whole) {
        double one = Math.abs(figure.low() - claim) * Math.abs(whole);
        double other = Math.abs(figure.high() - claim) * Math.abs(whole);
        boolean between = figure.low() <= claim && claim <= figure.high();
        return new Measured(
                Math.abs(figure.value() - claim) * Math.abs(whole),
                between ? 0 : Math.min(one, other),
                Math.max(one, other),
                figure.customers());
    }

    private static Optional<Measured> counted(BitSet base, BitSet chosen) {
        int n = base.cardinality();
        return n == 0
                ? Optional.empty()
                : Optional.of(Measured.of(ShareRange.of(Lift.both(base, chosen).cardinality(), n), n));
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("[^\\p{L}\\p{N}]+", "")
                .toLowerCase(Locale.ROOT);
    }
}
