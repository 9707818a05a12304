package io.filon.niche.path;

import static io.filon.problem.Require.require;

import io.filon.niche.path.ExpansionPath.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.roaringbitmap.RoaringBitmap;

// A step takes as many months as winning ENOUGH of its niche takes with the whole effort. What it leaves depends on
// which niches came before it, not on their order: when it begins is the sum of their months, whom it shares with them
// is the union of their members, and how near it lies is its nearness to the nearest of them. So the best order of a
// set follows from the best orders of its subsets (Held & Karp 1962): 2^n x n steps, exact, for 12 niches or fewer.
// Beyond that, from every beginning, the best next one a month is taken again and again, and niches are swapped and
// moved while that helps (greedy construction with 2-exchange and insertion).

/// In which order niches leave most together.
public final class Planner {

    /// So many at most are planned exactly.
    public static final int EXACT = 12;

    /// Of plans that leave the same the one that leaves it earlier.
    private static final double EARLIER = 1e-6;

    /// A niche that may be taken.
    ///
    /// @param members   those known: whom two niches share is won once
    /// @param customers new ones until the step ends, over 0
    /// @param months    that takes, over 0
    /// @param each      what one leaves in its first 12 months
    /// @param endsAt    customers from which on it is won
    public record Stop(String key, RoaringBitmap members, double customers, double months, double each, long endsAt) {
        public Stop {
            require(customers > 0 && months > 0, "%s: customers and months must be over 0", key);
        }
    }

    private final List<Stop> stops;
    private final double[][] near;
    private final int months;
    private final double nextTo;

    /// @param near   0..1, by stop: how near the second lies to the first
    /// @param months over which the order is planned
    /// @param nextTo how much more is won beside a niche already won that is alike in everything
    public Planner(List<Stop> stops, double[][] near, int months, double nextTo) {
        require(near.length == stops.size(), "nearness of %d niches, not %d", stops.size(), near.length);
        this.stops = List.copyOf(stops);
        this.near = near;
        this.months = months;
        this.nextTo = nextTo;
    }

    /// The best order; empty steps when there is nothing to take.
    public ExpansionPath plan() {
        return planFrom(-1);
    }

    /// The best order that begins with a niche already decided on.
    ///
    /// @param first which stop; -1 for any
    public ExpansionPath planFrom(int first) {
        boolean exact = stops.size() <= EXACT;
        return path(exact ? best(first) : nextBest(first), exact);
    }

    /// By dynamic programming over subsets.
    int[] best(int first) {
        int n = stops.size();
        double[] left = new double[1 << n];
        int[] last = new int[1 << n];
        Arrays.fill(left, Double.NEGATIVE_INFINITY);
        Arrays.fill(last, -1);
        left[0] = 0;
        for (int set = 0; set < 1 << n; set++) {
            Before before = before(set);
            for (int next = 0; next < n; next++) {
                if ((set >> next & 1) == 0 && (set != 0 || first < 0 || next == first)) {
                    double with = left[set] + gain(before, next);
                    int then = set | 1 << next;
                    if (with > left[then]) { // never of a set that cannot be reached: -infinity is over nothing
                        left[then] = with;
                        last[then] = next;
                    }
                }
            }
        }
        int[] order = new int[n];
        int set = (1 << n) - 1;
        for (int place = n - 1; place >= 0; place--) {
            order[place] = last[set];
            set &= ~(1 << order[place]);
        }
        return order;
    }

    /// From every beginning the best next one a month, then swaps and moves while they help; the best of these.
    int[] nextBest(int first) {
        int[] best = new int[0];
        double most = Double.NEGATIVE_INFINITY;
        for (int begin = 0; begin < stops.size(); begin++) {
            int[] order = first < 0 ? greedy(begin, -1) : greedy(first, begin);
            while (improved(order, first < 0 ? 0 : 1)) {
                // again, while it helps
            }
            double value = value(order);
            if (value > most) {
                best = order;
                most = value;
            }
        }
        return best;
    }

    /// @param second -1 or `first` for any
    private int[] greedy(int first, int second) {
        int n = stops.size();
        int[] order = new int[n];
        boolean[] taken = new boolean[n];
        for (int place = 0; place < n; place++) {
            int best = place == 0 ? first : place == 1 && second >= 0 && second != first ? second : -1;
            if (best < 0) {
                Before before = before(Arrays.copyOf(order, place));
                double most = Double.NEGATIVE_INFINITY;
                for (int next = 0; next < n; next++) {
                    double perMonth = taken[next] ? 0 : gain(before, next) / stops.get(next).months;
                    if (!taken[next] && perMonth > most) {
                        best = next;
                        most = perMonth;
                    }
                }
            }
            order[place] = best;
            taken[best] = true;
        }
        return order;
    }

    private boolean improved(int[] order, int from) {
        double now = value(order);
        int[] kept = order.clone();
        for (int i = from; i < order.length; i++) {
            for (int j = from; j < order.length; j++) {
                swap(order, i, j);
                if (i < j && value(order) > now + 1e-9 * Math.abs(now)) {
                    return true;
                }
                move(kept, order, i, j);
                if (i != j && value(order) > now + 1e-9 * Math.abs(now)) {
                    return true;
                }
                System.arraycopy(kept, 0, order, 0, order.length);
            }
        }
        return false;
    }

    /// The one at `i` goes to `j`, those between make room.
    private static void move(int[] kept, int[] order, int i, int j) {
        System.arraycopy(kept, 0, order, 0, kept.length);
        if (i < j) {
            System.arraycopy(kept, i + 1, order, i, j - i);
        } else {
            System.arraycopy(kept, j, order, j + 1, i - j);
        }
        order[j] = kept[i];
    }

    private static void swap(int[] order, int i, int j) {
        int kept = order[i];
        order[i] = order[j];
        order[j] = kept;
    }

    /// What an order leaves; what is compared.
    double value(int[] order) {
        double value = 0;
        for (int place = 0; place < order.length; place++) {
            value += gain(before(Arrays.copyOf(order, place)), order[place]);
        }
        return value;
    }

    /// The niches already taken, as far as the next one depends on them.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Before(int[] taken, double months, RoaringBitmap members) {}

    private Before before(int set) {
        int[] taken = new int[Integer.bitCount(set)];
        int place = 0;
        for (int i = 0; i < stops.size(); i++) {
            if ((set >> i & 1) == 1) {
                taken[place++] = i;
            }
        }
        return before(taken);
    }

    private Before before(int[] taken) {
        double spent = 0;
        RoaringBitmap members = new RoaringBitmap();
        for (int one : taken) {
            spent += stops.get(one).months;
            members.or(stops.get(one).members);
        }
        return new Before(taken, spent, members);
    }

    private double gain(Before before, int next) {
        double worth = worth(before, next);
        return worth + EARLIER * worth * Math.max(0, months - before.months) / months;
    }

    private double worth(Before before, int next) {
        Stop stop = stops.get(next);
        double working = Math.clamp(months - before.months, 0, stop.months);
        return won(before, next) * stop.each * counted(before.months, working);
    }

    /// Customers the step wins, those who belong to an earlier one not counted, until the plan's end.
    private double won(Before before, int next) {
        Stop stop = stops.get(next);
        double working = Math.clamp(months - before.months, 0, stop.months);
        int members = stop.members.getCardinality();
        int shared = RoaringBitmap.andCardinality(stop.members, before.members);
        double fresh = members == 0 ? 1 : 1 - (double) shared / members;
        int nearest = nearest(before, next);
        double beside = nearest < 0 ? 0 : near[nearest][next];
        return stop.customers * working / stop.months * fresh * (1 + nextTo * beside);
    }

    /// Of the first 12 months of those won evenly from a month on, what part lies within the plan.
    private double counted(double from, double working) {
        if (working <= 0) {
            return 0;
        }
        double whole = Math.clamp(months - 12 - from, 0, working); // won early enough to count all 12
        double start = Math.max(from, months - 12);
        double rest = working - whole;
        double partly = rest <= 0 ? 0 : rest * ((months - start) + (months - from - working)) / 2 / 12;
        return (whole + Math.max(0, partly)) / working;
    }

    private int nearest(Before before, int next) {
        int nearest = -1;
        for (int one : before.taken) {
            if (nearest < 0 || near[one][next] > near[nearest][next]) {
                nearest = one;
            }
        }
        return nearest;
    }

    private ExpansionPath path(int[] order, boolean exact) {
        List<Step> steps = new ArrayList<>();
        double worth = 0;
        for (int place = 0; place < order.length; place++) {
            Before before = before(Arrays.copyOf(order, place));
            Stop stop = stops.get(order[place]);
            if (before.months >= months) {
                break;
            }
            int nearest = nearest(before, order[place]);
            double left = worth(before, order[place]);
            worth += left;
            steps.add(new Step(
                    stop.key,
                    before.months,
                    Math.min(stop.months, months - before.months),
                    won(before, order[place]),
                    left,
                    nearest < 0 ? 0 : near[nearest][order[place]],
                    nearest < 0 ? "" : stops.get(nearest).key,
                    stop.endsAt,
                    before.months + stop.months <= months));
        }
        return new ExpansionPath(exact, months, nextTo, worth, steps);
    }
}
