package io.filon.niche;

import io.filon.niche.People.Column;
import io.filon.niche.People.Row;
import io.filon.niche.path.Neighbour;
import io.filon.stats.ShareRange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

// Two groups are as near in something as their customers are alike in it: 1 - total variation between what they say.
// Moving on: a niche's thing is what tells it, or what half of its customers or more bought first. Among customers of
// the one who bought both things, those whose days with its own lie before
// their days with the other's, more pairs of days than not. By chance, whatever they like, that is one in two (the sign
// test; Dixon & Mood 1946). Their first day is left out: it may be what makes them customers of the one. What counts is
// how far the cautious end of their share is over one in two.

/// How near niches lie to one another.
final class Nearness {

    private final People people;
    private final List<Column> columns;
    private final int least;

    /// Customers who bought both things, and those of them who bought the first before the second; half of one where as
    /// many days lie either way.
    private static final class Moved {
        private int both;
        private double before;

        /// How far beyond one in two, at its cautious end, 0..1.
        double beyond() {
            return Math.max(0, 2 * ShareRange.of((long) before, both).low() - 1);
        }
    }

    Nearness(People people, List<Column> columns, int least) {
        this.people = people;
        this.columns = columns;
        this.least = least;
    }

    /// Of each to each other.
    List<Neighbour> of(List<Candidate> niches) {
        Map<String, String> things = things(niches);
        Map<String, Map<String, Moved>> moves = moves(niches, things);
        List<Neighbour> neighbours = new ArrayList<>();
        for (Candidate from : niches) {
            for (Candidate to : niches) {
                if (!from.key().equals(to.key())) {
                    String thing = things.get(to.key());
                    Moved moved = thing == null
                            ? null
                            : moves.getOrDefault(from.key(), Map.of()).get(thing);
                    neighbours.add(between(from, to, things, moved));
                }
            }
        }
        return neighbours;
    }

    private Neighbour between(Candidate from, Candidate to, Map<String, String> things, @Nullable Moved moved) {
        Double job = alike(from.members(), to.members(), Row::job);
        Double channels = alike(from.members(), to.members(), Row::channel);
        Double attributes = attributes(from.members(), to.members());
        Double beyond = moved == null ? null : moved.beyond();
        double near = Stream.of(job, attributes, channels, beyond)
                .filter(part -> part != null)
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(0);
        return new Neighbour(
                from.key(),
                to.key(),
                things.get(from.key()),
                things.get(to.key()),
                job,
                attributes,
                channels,
                beyond,
                moved == null ? 0 : (long) moved.before,
                moved == null ? 0 : moved.both / 2.0,
                near);
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

    /// The thing of each niche that has one, by key.
    private Map<String, String> things(List<Candidate> niches) {
        Map<String, String> things = new HashMap<>();
        for (Candidate niche : niches) {
            niche.product().or(() -> bought(niche)).ifPresent(thing -> things.put(niche.key(), thing));
        }
        return things;
    }

    /// What half or more of those who bought bought first.
    private Optional<String> bought(Candidate niche) {
        Map<String, Double> counts = counts(niche.members(), Row::want);
        double all = counts.values().stream().mapToDouble(Double::doubleValue).sum();
        return counts.entrySet().stream()
                .filter(thing -> all >= least && 2 * thing.getValue() >= all)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /// By key of the niche whose customers they are and by what they may go on to.
    private Map<String, Map<String, Moved>> moves(List<Candidate> niches, Map<String, String> things) {
        List<Candidate> told =
                niches.stream().filter(niche -> things.containsKey(niche.key())).toList();
        Map<String, Map<String, Moved>> moves = new HashMap<>();
        people.wants((person, wants) -> {
            int first = wants.values().stream().mapToInt(List::getFirst).min().orElse(0);
            wants.values().forEach(days -> days.removeIf(day -> day == first));
            for (Candidate niche : told) {
                String own = things.getOrDefault(niche.key(), "");
                if (niche.members().contains(person)) {
                    count(own, wants, moves.computeIfAbsent(niche.key(), _ -> new HashMap<>()));
                }
            }
        });
        return moves;
    }

    /// @param wants days of one customer with each thing, in their order
    private static void count(String own, Map<String, List<Integer>> wants, Map<String, Moved> moves) {
        List<Integer> first = wants.getOrDefault(own, List.of());
        wants.forEach((to, days) -> {
            if (!to.equals(own) && !first.isEmpty() && !days.isEmpty()) {
                Moved moved = moves.computeIfAbsent(to, _ -> new Moved());
                int order = order(first, days);
                moved.both++;
                moved.before += order > 0 ? 1 : order == 0 ? 0.5 : 0;
            }
        });
    }

    /// Pairs of days with the first before the second, less those the other way; both in their order.
    private static int order(List<Integer> first, List<Integer> second) {
        int order = 0;
        int before = 0;
        int notAfter = 0;
        for (int day : second) {
            while (before < first.size() && first.get(before) < day) {
                before++;
            }
            while (notAfter < first.size() && first.get(notAfter) <= day) {
                notAfter++;
            }
            order += before - (first.size() - notAfter);
        }
        return order;
    }
}
