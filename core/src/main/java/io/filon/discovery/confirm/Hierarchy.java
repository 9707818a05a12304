package io.filon.discovery.confirm;

import io.filon.discovery.search.Column;
import io.filon.discovery.search.Column.Words;
import io.filon.discovery.search.Condition;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which attributes lie inside others: a shop's city in its region, a product in its category. Told by the data: who
/// knows a customer's value of the one knows that of the other.
///
/// Measured by Goodman and Kruskal's lambda (1954): the part of wrong guesses of the wider attribute, when everybody is
/// guessed to have its usual value, that knowing the finer one spares. One thread.
final class Hierarchy {

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
