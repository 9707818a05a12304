package io.filon.discovery.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Every rule, one after another, customer by customer: written for clarity, from the raw columns, knowing no code.
@SuppressWarnings("ArrayRecordComponent") // columns of numbers, never compared
record BruteForce(List<Column> columns, double[] target, int bins, int least) {

    record Test(String attribute, String text, IntPredicate holds) {}

    record Rule(String text, int conditions, int customers, double quality) {}

    /// How a rule is ranked, from its tests and whom they cover.
    interface Rank {
        double of(List<Test> tests, int[] members);
    }

    List<Rule> best(int depth, Quality quality, int top) {
        double mean = mean(everybody());
        return ranked(
                depth,
                (_, members) -> switch (quality) {
                    case ROOT_SIZE -> Math.sqrt(members.length) * (mean(members) - mean);
                    case SHARE -> (mean(members) - mean) * members.length / target.length;
                },
                top);
    }

    /// By the root of the size times what the mean exceeds the best simpler rule's by.
    List<Rule> gains(int depth, int top) {
        return ranked(
                depth,
                (tests, members) -> {
                    double best = Double.NEGATIVE_INFINITY;
                    for (int some = 0; some < (1 << tests.size()) - 1; some++) {
                        int[] simpler = everybody();
                        for (int i = 0; i < tests.size(); i++) {
                            if (((some >> i) & 1) == 1) {
                                simpler = Arrays.stream(simpler)
                                        .filter(tests.get(i).holds)
                                        .toArray();
                            }
                        }
                        best = Math.max(best, mean(simpler));
                    }
                    return Math.sqrt(members.length) * (mean(members) - best);
                },
                top);
    }

    private int[] everybody() {
        return IntStream.range(0, target.length).toArray();
    }

    private double mean(int[] members) {
        return Arrays.stream(members).mapToDouble(i -> target[i]).average().orElseThrow();
    }

    private List<Rule> ranked(int depth, Rank rank, int top) {
        List<Rule> rules = new ArrayList<>();
        List<List<Test>> tests = columns.stream().map(this::tests).toList();
        extend(rules, tests, List.of(), 0, everybody(), depth, rank);
        return rules.stream()
                .sorted(Comparator.comparingDouble((Rule rule) -> -Math.round(rule.quality * 1e10) / 1e10)
                        .thenComparingInt(Rule::conditions)
                        .thenComparingInt(rule -> -rule.customers)
                        .thenComparing(Rule::text))
                .limit(top)
                .toList();
    }

    private void extend(
            List<Rule> rules, List<List<Test>> all, List<Test> tests, int next, int[] members, int depth, Rank rank) {
        if (!tests.isEmpty()) {
            String text = tests.stream().map(Test::text).collect(Collectors.joining(" and "));
            rules.add(new Rule(text, tests.size(), members.length, rank.of(tests, members)));
        }
        if (tests.size() == depth) {
            return;
        }
        for (int place = next; place < all.size(); place++) {
            for (Test test : all.get(place)) {
                int[] fewer = Arrays.stream(members).filter(test.holds).toArray();
                if (fewer.length >= least) {
                    List<Test> more = new ArrayList<>(tests);
                    more.add(test);
                    extend(rules, all, more, place + 1, fewer, depth, rank);
                }
            }
        }
    }

    private List<Test> tests(Column column) {
        List<Test> tests = new ArrayList<>();
        String name = column.name();
        switch (column) {
            case Column.Words(String _, String[] words, int[] places) -> {
                for (int i = 0; i < words.length; i++) {
                    int word = i;
                    tests.add(new Test(name, name + " = " + words[i], row -> places[row] == word));
                }
                tests.add(new Test(name, name + " not stated", row -> places[row] < 0));
            }
            case Column.Numbers(String _, double[] values) -> {
                double[] edges = edges(values);
                for (int i = 0; i < edges.length; i++) {
                    double edge = edges[i];
                    tests.add(new Test(name, name + " <= " + say(edge), row -> values[row] <= edge));
                    tests.add(new Test(name, name + " > " + say(edge), row -> values[row] > edge));
                    for (int j = i + 1; j < edges.length; j++) {
                        double high = edges[j];
                        tests.add(new Test(
                                name,
                                say(edge) + " < " + name + " <= " + say(high),
                                row -> edge < values[row] && values[row] <= high));
                    }
                }
                tests.add(new Test(name, name + " not stated", row -> Double.isNaN(values[row])));
            }
        }
        return tests;
    }

    private double[] edges(double[] values) {
        double[] known = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        double[] different = Arrays.stream(known).distinct().toArray();
        if (different.length == 0) {
            return different;
        }
        double most = known[known.length - 1];
        if (different.length <= bins) {
            return Arrays.stream(different).filter(value -> value < most).toArray();
        }
        return IntStream.range(1, bins)
                .mapToDouble(k -> Arrays.stream(different)
                        .filter(value ->
                                Arrays.stream(known).filter(one -> one <= value).count() * bins
                                        >= (long) k * known.length)
                        .findFirst()
                        .orElseThrow())
                .filter(edge -> edge < most)
                .distinct()
                .toArray();
    }

    private static String say(double edge) {
        return edge == Math.rint(edge) ? String.valueOf((long) edge) : String.valueOf(edge);
    }
}
