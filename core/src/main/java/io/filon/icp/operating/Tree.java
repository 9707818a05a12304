package io.filon.icp.operating;

import io.filon.icp.operating.Group.Test;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

// A regression tree (Breiman et al. 1984) grown on one half of the customers: at each step the one test that parts the
// customers' value most, as long as the two parts differ beyond chance. A word against all others, a number below or
// above one bound. Values are cut at their 99.5 % point first, so that no single customer makes a branch. Cost:
// customers x attributes a level. Misleads where two things matter only together and neither alone; then it finds
// neither.

/// Parts customers into groups of about the same value, by what was known of them.
final class Tree {

    /// A group at the end of a branch.
    record Leaf(Group group, int customers, double mean, double error) {}

    private static final int DEPTH = 4;

    /// Standard errors two parts must differ by: some hundred tests are tried at each step.
    private static final double BEYOND_CHANCE = 3.5;

    private final Known known;
    private final double[] values;
    private final int least;
    private final List<Leaf> leaves = new ArrayList<>();

    private record Cut(Test test, double gain) {}

    /// Sums over the codes of one attribute.
    private final class Sums {
        private final int[] counts;
        private final double[] sums;
        private final double[] squares;

        Sums(Known.Attribute attribute, int[] customers) {
            counts = new int[attribute.size()];
            sums = new double[attribute.size()];
            squares = new double[attribute.size()];
            for (int customer : customers) {
                int code = attribute.codes()[customer];
                counts[code]++;
                sums[code] += values[customer];
                squares[code] += values[customer] * values[customer];
            }
        }
    }

    /// @param values what each customer left; those learned from are read
    /// @param least  customers that make a group
    Tree(Known known, double[] values, int least) {
        this.known = known;
        this.values = values;
        this.least = least;
    }

    /// The groups, best first.
    List<Leaf> grown(int[] learn) {
        leaves.clear();
        grow(learn, new Group(List.of()), 0);
        return leaves.stream()
                .sorted(Comparator.comparingDouble(Leaf::mean).reversed())
                .toList();
    }

    /// The same customers in fewer words: two groups that only a test and its opposite part are one.
    List<Leaf> joined(List<Leaf> chosen, int[] learn) {
        List<Group> groups = new ArrayList<>(chosen.stream().map(Leaf::group).toList());
        for (int i = 0; i < groups.size(); i++) {
            for (int j = i + 1; j < groups.size(); j++) {
                Optional<Group> common = groups.get(i).common(groups.get(j));
                if (common.isPresent()) {
                    groups.set(i, common.get());
                    groups.remove(j);
                    return joined(leaves(groups, learn), learn);
                }
            }
        }
        return leaves(groups, learn);
    }

    private List<Leaf> leaves(List<Group> groups, int[] learn) {
        return groups.stream()
                .map(group -> leaf(
                        group,
                        Arrays.stream(learn)
                                .filter(customer -> group.holds(known, customer))
                                .toArray()))
                .sorted(Comparator.comparingDouble(Leaf::mean).reversed())
                .toList();
    }

    private void grow(int[] customers, Group group, int depth) {
        Cut best = depth == DEPTH || customers.length < 2 * least ? null : best(customers);
        if (best == null) {
            leaves.add(leaf(group, customers));
            return;
        }
        Test test = best.test;
        Test other = new Test(test.attribute(), test.from(), test.to(), !test.not());
        for (Test side : List.of(test, other)) {
            grow(
                    Arrays.stream(customers)
                            .filter(customer -> side.holds(known, customer))
                            .toArray(),
                    group.and(side),
                    depth + 1);
        }
    }

    private @Nullable Cut best(int[] customers) {
        Cut best = null;
        for (int place = 0; place < known.attributes().size(); place++) {
            Known.Attribute attribute = known.attributes().get(place);
            Sums sums = new Sums(attribute, customers);
            int last = attribute.values().size() - (attribute.ordered() ? 2 : 1);
            for (int code = 0; code <= last; code++) {
                Test test = new Test(place, attribute.ordered() ? 0 : code, code, false);
                double gain = gain(sums, test, customers.length);
                if (gain > (best == null ? 0 : best.gain)) {
                    best = new Cut(test, gain);
                }
            }
        }
        return best;
    }

    /// What is explained by the test; 0 when the parts are too small or do not differ beyond chance.
    private double gain(Sums sums, Test test, int customers) {
        double n = 0;
        double sum = 0;
        double squares = 0;
        double allSum = 0;
        double allSquares = 0;
        for (int code = 0; code < sums.counts.length; code++) {
            boolean inside = code >= test.from() && code <= test.to();
            n += inside ? sums.counts[code] : 0;
            sum += inside ? sums.sums[code] : 0;
            squares += inside ? sums.squares[code] : 0;
            allSum += sums.sums[code];
            allSquares += sums.squares[code];
        }
        double rest = customers - n;
        if (n < least || rest < least) {
            return 0;
        }
        double off = sum / n - (allSum - sum) / rest;
        double error = variance(n, sum, squares) / n + variance(rest, allSum - sum, allSquares - squares) / rest;
        return off * off <= BEYOND_CHANCE * BEYOND_CHANCE * error ? 0 : off * off * n * rest / customers;
    }

    private static double variance(double n, double sum, double squares) {
        return Math.max(0, (squares - sum * sum / n) / (n - 1));
    }

    private Leaf leaf(Group group, int[] customers) {
        double sum = 0;
        double squares = 0;
        for (int customer : customers) {
            sum += values[customer];
            squares += values[customer] * values[customer];
        }
        int n = customers.length;
        return new Leaf(group, n, sum / n, Math.sqrt(variance(n, sum, squares) / n));
    }
}
