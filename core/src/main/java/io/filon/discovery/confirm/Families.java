package io.filon.discovery.confirm;

import io.filon.discovery.search.Column;
import io.filon.discovery.search.Column.Words;
import io.filon.discovery.search.Condition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Says each finding once: one that tells nothing beyond a better one is its variant, listed under it and not apart.
///
/// A finding differs from another when its customers outside the other are ahead by themselves, or when those inside
/// are clearly further ahead than the rest of the other. A city inside a region that is told never does: the region is
/// said, and the city under it. Nothing confirmed is dropped, so what was promised of all of them still holds.
final class Families {

    /// Part of its lead a finding must keep outside another; less when it holds most of the other.
    private static final double KEEPS = 0.5;

    private static final double KEEPS_AROUND = 0.25;
    private static final double AROUND = 0.9;

    /// How much further ahead than the other those inside must be, and how surely, in standard errors.
    private static final double FURTHER = 1.5;

    private static final double SURELY = 3;

    private final Hierarchy hierarchy;
    private final double[] side;
    private final double mean;
    private final int least;

    /// @param side  the target, turned around when low values are looked for
    /// @param least fewest customers that can be ahead by themselves
    Families(List<Column> columns, double[] side, int least) {
        this.hierarchy = new Hierarchy(columns);
        this.side = side;
        this.mean = Arrays.stream(side).average().orElse(0);
        this.least = least;
    }

    private static final class Family {
        private Finding head;
        private final List<String> variants = new ArrayList<>();

        Family(Finding head) {
            this.head = head;
        }
    }

    /// @param bestFirst the confirmed before the leads
    List<Finding> of(List<Finding> bestFirst) {
        List<Family> families = new ArrayList<>();
        for (Finding finding : bestFirst) {
            families.stream()
                    .filter(family -> same(finding, family.head))
                    .findFirst()
                    .ifPresentOrElse(
                            family -> {
                                if (finding.confirmed()) {
                                    family.variants.add(finding.rule());
                                }
                            },
                            () -> add(finding, families));
        }
        return families.stream()
                .map(family -> family.head.with(family.variants))
                .toList();
    }

    private boolean same(Finding finding, Finding head) {
        return !differs(finding.members(), head.members()) || hierarchy.inside(finding, head);
    }

    /// A region takes the place of the first city that was told of it, and has the others under it.
    private void add(Finding finding, List<Family> families) {
        List<Family> within = families.stream()
                .filter(family -> family.head.grade() == finding.grade() && hierarchy.inside(family.head, finding))
                .toList();
        if (within.isEmpty()) {
            families.add(new Family(finding));
            return;
        }
        Family first = within.getFirst();
        first.variants.addFirst(first.head.rule());
        first.head = finding;
        within.stream().skip(1).forEach(family -> {
            first.variants.add(family.head.rule());
            first.variants.addAll(family.variants);
            families.remove(family);
        });
    }

    private boolean differs(int[] members, int[] head) {
        Sums inside = new Sums();
        Sums outside = new Sums();
        Sums rest = new Sums();
        int other = 0;
        for (int member : members) {
            while (other < head.length && head[other] < member) {
                rest.add(side[head[other++]]);
            }
            if (other < head.length && head[other] == member) {
                inside.add(side[member]);
                other++;
            } else {
                outside.add(side[member]);
            }
        }
        while (other < head.length) {
            rest.add(side[head[other++]]);
        }
        double lead = inside.plus(outside).mean() - mean;
        double keeps = inside.count >= AROUND * head.length ? KEEPS_AROUND : KEEPS;
        if (outside.count >= least && outside.mean() - mean >= keeps * lead) {
            return true;
        }
        double further = inside.mean() - rest.mean();
        return inside.count >= 2
                && rest.count >= 2
                && inside.mean() - mean >= FURTHER * (inside.plus(rest).mean() - mean)
                && further >= SURELY * Math.sqrt(inside.squaredError() + rest.squaredError());
    }

    private static final class Sums {
        private int count;
        private double sum;
        private double squares;

        void add(double value) {
            count++;
            sum += value;
            squares += value * value;
        }

        Sums plus(Sums other) {
            Sums both = new Sums();
            both.count = count + other.count;
            both.sum = sum + other.sum;
            both.squares = squares + other.squares;
            return both;
        }

        double mean() {
            return count == 0 ? 0 : sum / count;
        }

        double squaredError() {
            return Math.max(0, squares - sum * mean()) / (count - 1) / count;
        }
    }

    /// Which attributes lie inside others: a shop's city in its region, a product in its category. Told by the data:
    /// who knows a customer's value of the one knows that of the other.
    ///
    /// Measured by Goodman and Kruskal's lambda (1954): the part of wrong guesses of the wider attribute, when
    /// everybody is guessed to have its usual value, that knowing the finer one spares. One thread.
    private static final class Hierarchy {

        private static final double SPARED = 0.9;

        private final Map<String, Words> words = new HashMap<>();
        private final Map<List<String>, Boolean> known = new HashMap<>();

        Hierarchy(List<Column> columns) {
            columns.forEach(column -> {
                if (column instanceof Words each) {
                    words.put(each.name(), each);
                }
            });
        }

        /// Whether each condition of one is a condition of the other, or a place inside it, and at least one is.
        boolean inside(Finding narrower, Finding wider) {
            if (narrower.conditions().size() != wider.conditions().size()
                    || narrower.conditions().equals(wider.conditions())) {
                return false;
            }
            return holds(wider.members(), narrower.members())
                    && wider.conditions().stream()
                            .allMatch(place -> narrower.conditions().stream()
                                    .anyMatch(condition -> condition.equals(place)
                                            || (condition instanceof Condition.Is
                                                    && place instanceof Condition.Is
                                                    && finer(condition, place))));
        }

        /// Whether nearly all of some customers are among others; both ascending.
        private static boolean holds(int[] others, int[] some) {
            int found = 0;
            int other = 0;
            for (int one : some) {
                while (other < others.length && others[other] < one) {
                    other++;
                }
                found += other < others.length && others[other] == one ? 1 : 0;
            }
            return found >= SPARED * some.length;
        }

        private boolean finer(Condition one, Condition other) {
            return known.computeIfAbsent(
                    List.of(one.attribute(), other.attribute()),
                    _ -> Optional.ofNullable(words.get(one.attribute()))
                            .flatMap(fine -> Optional.ofNullable(words.get(other.attribute()))
                                    .map(wide -> finer(fine, wide)))
                            .orElse(false));
        }

        private static boolean finer(Words fine, Words wide) {
            if (fine.words().length <= wide.words().length) {
                return false;
            }
            Map<Long, Integer> together = new HashMap<>();
            int[] all = new int[wide.words().length];
            int both = 0;
            for (int i = 0; i < fine.rows(); i++) {
                if (fine.places()[i] >= 0 && wide.places()[i] >= 0) {
                    together.merge((long) fine.places()[i] << 32 | wide.places()[i], 1, Integer::sum);
                    all[wide.places()[i]]++;
                    both++;
                }
            }
            int[] usual = new int[fine.words().length];
            together.forEach((pair, customers) -> {
                int place = (int) (pair >>> 32);
                usual[place] = Math.max(usual[place], customers);
            });
            int guessed = Arrays.stream(all).max().orElse(0);
            // a word of its own for nearly every customer would tell everything
            return 10L * fine.words().length <= both
                    && both > guessed
                    && Arrays.stream(usual).sum() - guessed >= SPARED * (both - guessed);
        }
    }
}
