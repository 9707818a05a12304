package io.filon.priority;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

// Without fixed costs: contacts by what each earns per euro, best first, until the budget is spent or the next loses
// money; on concave curves that is the best there is, but for less than one contact a segment (Dantzig 1957), and a few
// exchanges win most of that back. With
// fixed costs it is tried for every choice of the segments that have one, up to TRIED of them; beyond, whichever
// segment's leaving or coming earns more is taken out or in until none does. Cost: pieces times choices.

/// Shares a budget out over segments that have no customer in common, so that it earns most.
final class Allocator {

    private static final int TRIED = 12;
    private static final int GIVEN_UP = 8;

    private record Step(int curve, int customers, double earned, double cost) {
        double perEuro() {
            return (earned - cost) / cost;
        }
    }

    private final List<Curve> curves;
    private final double budget;
    private final List<Step> steps = new ArrayList<>();

    private Allocator(List<Curve> curves, double budget) {
        this.curves = curves;
        this.budget = budget;
        for (int i = 0; i < curves.size(); i++) {
            Curve curve = curves.get(i);
            for (Curve.Piece piece : curve.pieces()) {
                if (piece.earned() > curve.contactCost()) {
                    steps.add(new Step(i, piece.customers(), piece.earned(), curve.contactCost()));
                }
            }
        }
        steps.sort(Comparator.comparingDouble(Step::perEuro).reversed());
    }

    /// @return contacts for each curve, in their order
    static int[] contacts(List<Curve> curves, double budget) {
        Allocator allocator = new Allocator(curves, budget);
        int[] fixed = java.util.stream.IntStream.range(0, curves.size())
                .filter(i -> curves.get(i).fixedCost() > 0)
                .toArray();
        return fixed.length <= TRIED ? allocator.bestOfAll(fixed) : allocator.climbed(fixed);
    }

    private int[] bestOfAll(int[] fixed) {
        int[] best = new int[curves.size()];
        double most = 0;
        for (int choice = 0; choice < 1 << fixed.length; choice++) {
            boolean[] open = open();
            for (int k = 0; k < fixed.length; k++) {
                open[fixed[k]] = (choice >> k & 1) == 1;
            }
            int[] contacts = spent(open);
            if (net(contacts) > most) {
                most = net(contacts);
                best = contacts;
            }
        }
        return best;
    }

    private int[] climbed(int[] fixed) {
        boolean[] open = open();
        int[] best = spent(open);
        boolean better = true;
        while (better) {
            better = false;
            for (int k : fixed) {
                open[k] = !open[k];
                int[] contacts = spent(open);
                if (net(contacts) > net(best) + 1e-9) {
                    best = contacts;
                    better = true;
                } else {
                    open[k] = !open[k];
                }
            }
        }
        return best;
    }

    private boolean[] open() {
        boolean[] open = new boolean[curves.size()];
        Arrays.fill(open, true);
        return open;
    }

    private int[] spent(boolean[] open) {
        double left = budget;
        for (int i = 0; i < open.length; i++) {
            left -= open[i] ? curves.get(i).fixedCost() : 0;
        }
        if (left < 0) {
            return new int[curves.size()];
        }
        int[] contacts = new int[curves.size()];
        left = fill(contacts, left, open, -1);
        while (true) {
            int[] better = exchanged(contacts, left, open);
            if (net(better) <= net(contacts) + 1e-9) {
                return contacts;
            }
            left -= cost(better) - cost(contacts);
            contacts = better;
        }
    }

    /// Gives up a few contacts of one segment where the change left over then buys more elsewhere.
    private int[] exchanged(int[] contacts, double left, boolean[] open) {
        int[] best = contacts;
        for (int i = 0; i < contacts.length; i++) {
            for (int given = 1; given <= Math.min(GIVEN_UP, contacts[i]); given++) {
                int[] tried = contacts.clone();
                tried[i] -= given;
                fill(tried, left + given * curves.get(i).contactCost(), open, i);
                best = net(tried) > net(best) ? tried : best;
            }
        }
        return best;
    }

    /// Adds contacts, best first, as far as the money goes.
    ///
    /// @param but a segment that gets none; -1 for no such
    /// @return money left
    private double fill(int[] contacts, double money, boolean[] open, int but) {
        double left = money;
        int[] seen = new int[contacts.length];
        for (Step step : steps) {
            int curve = step.curve;
            int free = seen[curve] + step.customers - Math.max(contacts[curve], seen[curve]);
            seen[curve] += step.customers;
            if (open[curve] && curve != but && free > 0) {
                int taken = (int) Math.min(free, Math.floor(left / step.cost + 1e-9));
                contacts[curve] += taken;
                left -= taken * step.cost;
            }
        }
        return left;
    }

    private double cost(int[] contacts) {
        double cost = 0;
        for (int i = 0; i < contacts.length; i++) {
            cost += contacts[i] * curves.get(i).contactCost();
        }
        return cost;
    }

    private double net(int[] contacts) {
        double net = 0;
        double cost = 0;
        for (int i = 0; i < contacts.length; i++) {
            Curve curve = curves.get(i);
            net += curve.net(contacts[i]);
            cost += contacts[i] == 0 ? 0 : curve.fixedCost() + contacts[i] * curve.contactCost();
        }
        return cost > budget + 1e-6 ? Double.NEGATIVE_INFINITY : net;
    }
}
