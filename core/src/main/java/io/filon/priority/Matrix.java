package io.filon.priority;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Ranks segments by what the next euro spent on contacting them is expected to earn.
final class Matrix {

    /// z of a two-sided test at 5 % plus that of a power of 80 %.
    private static final double SETTLES = 1.959964 + 0.841621;

    private static final long BEYOND_ANY_BASE = 100_000_000;

    /// A segment before it is ranked.
    ///
    /// @param best what an order of those contacted first leaves
    record Line(
            SegmentPeople people,
            String name,
            double contactCost,
            String costOrigin,
            double best,
            Belief belief,
            @Nullable Measured measured,
            @Nullable Double grossRate,
            long grossContacts,
            double usualRate) {

        double nextEuro(double rate) {
            return (rate * best - contactCost) / contactCost;
        }

        double roi(double rate) {
            return (rate * people.worth() - contactCost) / contactCost;
        }

        double netGain(double rate) {
            return people.worths().length * (rate * people.worth() - contactCost);
        }
    }

    private Matrix() {}

    /// @return in order of rank
    static List<Row> rows(List<Line> lines) {
        List<Line> ranked = lines.stream()
                .sorted(Comparator.comparingDouble((Line line) -> line.nextEuro(line.belief.mean()))
                        .reversed()
                        .thenComparing(line -> line.people.segment()))
                .toList();
        int[] first = timesFirst(ranked);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < ranked.size(); i++) {
            rows.add(row(ranked, i, first[i] / (double) Belief.DRAWS));
        }
        return List.copyOf(rows);
    }

    private static Row row(List<Line> ranked, int place, double firstChance) {
        Line line = ranked.get(place);
        SegmentPeople people = line.people;
        Belief belief = line.belief;
        Measured measured = line.measured;
        return new Row(
                people.segment(),
                line.name,
                people.stage(),
                people.customers(),
                people.worths().length,
                Playbook.effort(people.stage()),
                line.contactCost,
                line.costOrigin,
                people.worth(),
                people.worth() * people.salesShare(),
                belief.estimate(rate -> rate),
                line.grossRate,
                line.grossContacts,
                measured == null ? 0 : measured.contacted(),
                measured == null ? 0 : measured.heldOut(),
                belief.estimate(line::roi),
                belief.estimate(line::nextEuro),
                belief.estimate(line::netGain),
                belief.chancePositive(line::nextEuro),
                firstChance,
                place + 1,
                toSettle(ranked, place),
                firstBound(ranked, place),
                Playbook.of(people.stage()).orElse(null));
    }

    /// How often each is first when all that is not known is drawn together.
    private static int[] timesFirst(List<Line> lines) {
        int[] times = new int[lines.size()];
        for (int draw = 0; draw < Belief.DRAWS && !lines.isEmpty(); draw++) {
            int now = draw;
            int best = IntStream.range(0, lines.size())
                    .boxed()
                    .max(Comparator.comparingDouble(
                            i -> lines.get(i).nextEuro(lines.get(i).belief.draws()[now])))
                    .orElseThrow();
            times[best]++;
        }
        return times;
    }

    /// Contacts with as many withheld, for an even test of the distance to the nearer neighbour.
    private static long toSettle(List<Line> ranked, int place) {
        Line line = ranked.get(place);
        if (line.best <= 0 || ranked.size() < 2) {
            return 0;
        }
        double here = line.nextEuro(line.belief.mean());
        double gap = Double.POSITIVE_INFINITY;
        for (int other : new int[] {place - 1, place + 1}) {
            if (other >= 0 && other < ranked.size()) {
                Line neighbour = ranked.get(other);
                gap = Math.min(gap, Math.abs(here - neighbour.nextEuro(neighbour.belief.mean())));
            }
        }
        double gapRate = gap * line.contactCost / line.best;
        double rate = Math.clamp(line.usualRate, 0.001, 0.5);
        double needed = 2 * rate * (1 - rate) * Math.pow(SETTLES / gapRate, 2);
        return needed < BEYOND_ANY_BASE ? (long) Math.ceil(needed) : 0;
    }

    /// The extra rate at which the line and the first (for the first: the second) earn the same.
    private static double firstBound(List<Line> ranked, int place) {
        Line line = ranked.get(place);
        if (ranked.size() < 2 || line.best <= 0) {
            return Double.NaN;
        }
        Line other = ranked.get(place == 0 ? 1 : 0);
        return (1 + other.nextEuro(other.belief.mean())) * line.contactCost / line.best;
    }

    /// By segment, for what follows the ranks.
    static Map<String, Line> bySegment(List<Line> lines) {
        return lines.stream().collect(java.util.stream.Collectors.toMap(line -> line.people.segment(), line -> line));
    }
}
