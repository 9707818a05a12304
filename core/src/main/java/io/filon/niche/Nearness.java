package io.filon.niche;

import io.filon.niche.People.Column;
import io.filon.niche.People.Row;
import io.filon.niche.path.Neighbour;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

// Two groups are as near in something as their customers are alike in it: 1 - total variation between what they say.
// Moving on: of the steps of customers from one thing bought to the next new one, those from what A buys first to what
// B buys first, against as many as if they had gone on to anything they had not bought yet as all customers do.

/// How near niches lie to one another.
final class Nearness {

    /// Standard errors beyond chance from which on customers move on from one to the other.
    private static final double SEEN = 1.96;

    private final People people;
    private final List<Column> columns;
    private final int least;
    private final Map<String, Map<String, double[]>> moves = new HashMap<>();

    Nearness(People people, List<Column> columns, int least) {
        this.people = people;
        this.columns = columns;
        this.least = least;
        countMoves();
    }

    /// Of each to each other.
    List<Neighbour> of(List<Candidate> niches) {
        List<Neighbour> neighbours = new ArrayList<>();
        for (Candidate from : niches) {
            for (Candidate to : niches) {
                if (!from.key().equals(to.key())) {
                    neighbours.add(between(from, to));
                }
            }
        }
        return neighbours;
    }

    private Neighbour between(Candidate from, Candidate to) {
        Double job = alike(from.members(), to.members(), Row::job);
        Double channels = alike(from.members(), to.members(), Row::channel);
        Double attributes = attributes(from.members(), to.members());
        double[] moved = from.product().isPresent()
                        && to.product().isPresent()
                        && !from.product().equals(to.product())
                ? moves.getOrDefault(from.product().get(), Map.of())
                        .get(to.product().get())
                : null;
        Double beyond = moved == null ? null : beyond(moved);
        double near = Stream.of(job, attributes, channels, beyond)
                .filter(part -> part != null)
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(0);
        return new Neighbour(
                from.key(),
                to.key(),
                job,
                attributes,
                channels,
                beyond,
                moved == null ? 0 : Math.round(moved[0]),
                moved == null ? 0 : moved[1],
                near);
    }

    /// Part of the moves that is beyond chance, 0 where chance explains them.
    private static double beyond(double[] moved) {
        double error = Math.sqrt(moved[2]);
        return moved[0] - moved[1] > SEEN * error && moved[0] > 0 ? 1 - moved[1] / moved[0] : 0;
    }

    private @Nullable Double attributes(RoaringBitmap one, RoaringBitmap other) {
        List<Double> parts = new ArrayList<>();
        for (Column column : columns) {
            Map<String, Double> said = new TreeMap<>();
            Map<String, Double> saidByOther = new TreeMap<>();
            column.values().forEach((value, set) -> {
                said.put(value, (double) RoaringBitmap.andCardinality(set, one));
                saidByOther.put(value, (double) RoaringBitmap.andCardinality(set, other));
            });
            Double part = alike(said, saidByOther);
            if (part != null) {
                parts.add(part);
            }
        }
        return parts.isEmpty()
                ? null
                : parts.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    private @Nullable Double alike(RoaringBitmap one, RoaringBitmap other, Function<Row, @Nullable String> said) {
        return alike(counts(one, said), counts(other, said));
    }

    private Map<String, Double> counts(RoaringBitmap members, Function<Row, @Nullable String> said) {
        Map<String, Double> counts = new TreeMap<>();
        members.forEach((int person) -> {
            String value = said.apply(people.row(person));
            if (value != null) {
                counts.merge(value, 1.0, Double::sum);
            }
        });
        return counts;
    }

    private @Nullable Double alike(Map<String, Double> one, Map<String, Double> other) {
        double n = one.values().stream().mapToDouble(Double::doubleValue).sum();
        double m = other.values().stream().mapToDouble(Double::doubleValue).sum();
        if (n < least || m < least) {
            return null;
        }
        Set<String> values = new TreeSet<>(one.keySet());
        values.addAll(other.keySet());
        if (values.size() < 2) {
            return null; // all say the same: nothing is told by it
        }
        double common = 0;
        for (String value : values) {
            common += Math.min(one.getOrDefault(value, 0.0) / n, other.getOrDefault(value, 0.0) / m);
        }
        return Math.min(1, common);
    }

    private void countMoves() {
        Map<Integer, List<List<String>>> wants = people.wants();
        Map<String, Double> taken = new TreeMap<>();
        wants.values()
                .forEach(steps -> steps.stream()
                        .skip(1)
                        .flatMap(List::stream)
                        .forEach(want -> taken.merge(want, 1.0, Double::sum)));
        double all = taken.values().stream().mapToDouble(Double::doubleValue).sum();
        wants.values().forEach(steps -> {
            Set<String> had = new HashSet<>(steps.getFirst());
            for (int i = 1; i < steps.size(); i++) {
                double left = all;
                for (String one : had) {
                    left -= taken.getOrDefault(one, 0.0);
                }
                for (String from : steps.get(i - 1)) {
                    count(from, steps.get(i), had, taken, left);
                }
                had.addAll(steps.get(i));
            }
        });
    }

    private void count(String from, List<String> next, Set<String> had, Map<String, Double> taken, double left) {
        Map<String, double[]> to = moves.computeIfAbsent(from, _ -> new TreeMap<>());
        taken.forEach((want, times) -> {
            if (!had.contains(want) && left > 0) {
                double chance = Math.min(1, next.size() * times / left);
                double[] sums = to.computeIfAbsent(want, _ -> new double[3]);
                sums[0] += next.contains(want) ? 1 : 0;
                sums[1] += chance;
                sums[2] += chance * (1 - chance);
            }
        });
    }
}
