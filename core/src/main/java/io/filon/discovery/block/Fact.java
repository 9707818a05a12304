package io.filon.discovery.block;

import io.filon.stats.explained.CodedColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One fact known of customers, while it is read: words, or numbers.
final class Fact {

    /// A level of fewer customers says nothing of its own.
    private static final int FEWEST = 20;

    private static final int MOST_LEVELS = 6;

    private final Block block;
    private final @Nullable String[] words; // empty cells where it is a number
    private final double[] numbers;

    Fact(Block block, int customers) {
        this.block = block;
        this.words = new @Nullable String[customers];
        this.numbers = new double[customers];
        Arrays.fill(numbers, Double.NaN);
    }

    Block block() {
        return block;
    }

    void tell(int customer, @Nullable String word) {
        words[customer] = word;
    }

    void tell(int customer, double number) {
        numbers[customer] = number;
    }

    boolean knows(int customer) {
        return words[customer] != null || !Double.isNaN(numbers[customer]);
    }

    int known(int[] customers) {
        return (int) Arrays.stream(customers).filter(this::knows).count();
    }

    /// As codes, of some customers: numbers in equally full steps, rare words together, the unknown as a level of its
    /// own.
    ///
    /// @return fewer than two levels when it does not tell customers apart
    CodedColumn coded(int part, int[] customers) {
        double[] stated = Arrays.stream(customers)
                .mapToDouble(customer -> numbers[customer])
                .filter(number -> !Double.isNaN(number))
                .sorted()
                .toArray();
        return stated.length > 0 ? steps(part, customers, stated) : names(part, customers);
    }

    private CodedColumn steps(int part, int[] customers, double[] stated) {
        double[] bounds = new double[MOST_LEVELS - 1];
        for (int i = 0; i < bounds.length; i++) {
            bounds[i] = stated[(int) ((i + 1L) * stated.length / MOST_LEVELS)];
        }
        double[] different = Arrays.stream(bounds)
                .filter(bound -> bound > stated[0])
                .distinct()
                .toArray();
        int[] codes = new int[customers.length];
        for (int i = 0; i < codes.length; i++) {
            double number = numbers[customers[i]];
            if (!Double.isNaN(number)) {
                codes[i] = 1;
                for (double bound : different) {
                    codes[i] += number >= bound ? 1 : 0;
                }
            }
        }
        return packed(part, codes, different.length + 2);
    }

    private CodedColumn names(int part, int[] customers) {
        Map<String, Integer> counts = new HashMap<>();
        for (int customer : customers) {
            String word = words[customer];
            if (word != null) {
                counts.merge(word, 1, Integer::sum);
            }
        }
        List<String> kept = new ArrayList<>(counts.entrySet().stream()
                .filter(entry -> entry.getValue() >= FEWEST)
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_LEVELS)
                .map(Map.Entry::getKey)
                .toList());
        Map<String, Integer> code = new HashMap<>();
        kept.forEach(word -> code.put(word, code.size() + 2));
        int[] codes = new int[customers.length];
        for (int i = 0; i < codes.length; i++) {
            String word = words[customers[i]];
            codes[i] = word == null ? 0 : code.getOrDefault(word, 1);
        }
        return packed(part, codes, kept.size() + 2);
    }

    /// Only the codes that occur.
    private static CodedColumn packed(int part, int[] codes, int levels) {
        int[] renamed = new int[levels];
        Arrays.fill(renamed, -1);
        int next = 0;
        for (int code : codes) {
            if (renamed[code] < 0) {
                renamed[code] = next++;
            }
        }
        return new CodedColumn(
                part, next, Arrays.stream(codes).map(code -> renamed[code]).toArray());
    }
}
