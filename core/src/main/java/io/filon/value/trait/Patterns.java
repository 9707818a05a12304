package io.filon.value.trait;

import io.filon.stats.Groups;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// The combinations of traits that customers have.
///
/// @param attributes with more than one value
/// @param levels     by pattern and attribute: which of the attribute's values
/// @param of         by customer: which pattern
@SuppressWarnings("ArrayRecordComponent") // columns of numbers, never compared
public record Patterns(List<Attribute> attributes, int[][] levels, int[] of) {

    /// Values too rare to tell anything of by themselves.
    public static final String OTHER = "*";

    /// Everybody is alike.
    public static final Patterns NONE = new Patterns(List.of(), new int[1][0], new int[0]);

    private static final int FEWEST = 50;
    private static final int MOST_VALUES = 12;
    private static final int MOST_PATTERNS = 400;

    /// @param values the most frequent, with which the others are compared, first
    public record Attribute(String name, List<String> values) {

        public Attribute {
            values = List.copyOf(values);
        }
    }

    public Patterns {
        attributes = List.copyOf(attributes);
    }

    /// Everybody is alike, or nothing is known.
    public boolean isEmpty() {
        return attributes.isEmpty();
    }

    /// How many patterns there are.
    public int size() {
        return levels.length;
    }

    public String value(int pattern, int attribute) {
        return attributes.get(attribute).values().get(levels[pattern][attribute]);
    }

    static Patterns of(Traits traits, int[] customers) {
        List<Attribute> attributes = new ArrayList<>();
        List<int[]> columns = new ArrayList<>();
        for (int a = 0; a < traits.names().size(); a++) {
            int[] column = traits.codes()[a];
            int[] count = new int[traits.values().get(a).size()];
            for (int customer : customers) {
                count[column[customer]]++;
            }
            List<Integer> kept = kept(count);
            List<String> values = new ArrayList<>(
                    kept.stream().map(traits.values().get(a)::get).toList());
            int[] level = new int[count.length];
            Arrays.fill(level, values.size());
            for (int place = 0; place < kept.size(); place++) {
                level[kept.get(place)] = place;
            }
            if (IntStream.range(0, count.length).anyMatch(code -> count[code] > 0 && !kept.contains(code))) {
                values.add(OTHER);
            }
            if (values.size() > 1) {
                attributes.add(new Attribute(traits.names().get(a), values));
                columns.add(Arrays.stream(customers).map(i -> level[column[i]]).toArray());
            }
        }
        return combined(attributes, columns, customers.length);
    }

    /// Values frequent enough to stand alone, the most frequent first.
    private static List<Integer> kept(int[] count) {
        return IntStream.range(0, count.length)
                .boxed()
                .filter(code -> count[code] >= FEWEST)
                .sorted(Comparator.comparingInt((Integer code) -> -count[code]).thenComparing(code -> code))
                .limit(MOST_VALUES)
                .toList();
    }

    /// With so few of the traits, from the first, that the combinations stay few.
    private static Patterns combined(List<Attribute> attributes, List<int[]> columns, int customers) {
        Patterns best = new Patterns(List.of(), new int[1][0], new int[customers]);
        long[] keys = new long[customers];
        for (int a = 0; a < attributes.size(); a++) {
            for (int i = 0; i < customers; i++) {
                keys[i] = keys[i] * (MOST_VALUES + 1) + columns.get(a)[i];
            }
            Groups groups = Groups.of(keys);
            if (groups.keys().length > MOST_PATTERNS) {
                return best;
            }
            best = new Patterns(attributes.subList(0, a + 1), levels(groups.keys(), a + 1), groups.of());
        }
        return best;
    }

    private static int[][] levels(long[] keys, int attributes) {
        int[][] levels = new int[keys.length][attributes];
        for (int p = 0; p < keys.length; p++) {
            long rest = keys[p];
            for (int a = attributes - 1; a >= 0; a--) {
                levels[p][a] = (int) (rest % (MOST_VALUES + 1));
                rest /= MOST_VALUES + 1;
            }
        }
        return levels;
    }
}
