package io.filon.priority;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

// Without fixed costs: contacts by what each earns per euro, best first, until the budget is spent or the next loses
// money; on concave curves that is the best there is, but for less than one contact a segment (Dantzig 1957). With
// fixed costs it is tried for every choice of the segments that have one, up to TRIED of them; beyond, whichever
// segment's leaving or coming earns more is taken out or in until none does. Cost: pieces times choices.

/// Shares a budget out over segments that have no customer in common, so that it earns most.
final class Allocator {

    private static final int TRIED = 12;

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
        int[] contacts = new int[curves.size()];
        double left = budget;
        for (int i = 0; i < open.length; i++) {
            left -= open[i] ? curves.get(i).fixedCost() : 0;
        }
        for (Step step : steps) {
            if (open[step.curve] && left >= step.cost) {
                int taken = (int) Math.min(step.customers, Math.floor(left / step.cost + 1e-9));
                contacts[step.curve] += taken;
                left -= taken * step.cost;
            }
        }
        return contacts;
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
