package io.filon.value.model.covariates;

import io.filon.value.model.PurchaseHistories;
import io.filon.value.trait.Patterns;
import io.filon.value.trait.Patterns.Attribute;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Which effects there are: two for every value but the most frequent of each trait, which is what the others are
/// compared with. Found by name, so that they can be asked of other customers than those learnt from.
///
/// @param names in their order among the parameters: `buying:channel=web`, `leaving:channel=web`, …
record Effects(List<String> names) {

    private static final String BUYING = "buying:";
    private static final String LEAVING = "leaving:";

    static Effects of(Patterns patterns) {
        List<String> names = new ArrayList<>();
        for (Attribute attribute : patterns.attributes()) {
            for (String value : attribute.values().subList(1, attribute.values().size())) {
                names.add(BUYING + attribute.name() + "=" + value);
                names.add(LEAVING + attribute.name() + "=" + value);
            }
        }
        return new Effects(names);
    }

    /// By pattern: places among the parameters of its effects on buying, each followed by that on leaving. A value that
    /// was not learnt of has none.
    int[][] places(Patterns patterns) {
        Map<String, Integer> place = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            place.put(names.get(i), CovariateLikelihood.FIRST_EFFECT + i);
        }
        int[][] result = new int[patterns.size()][];
        for (int p = 0; p < result.length; p++) {
            int pattern = p;
            result[p] = IntStream.range(0, patterns.attributes().size())
                    .mapToObj(a -> BUYING + patterns.attributes().get(a).name() + "=" + patterns.value(pattern, a))
                    .filter(place::containsKey)
                    .mapToInt(place::get)
                    .toArray();
        }
        return result;
    }

    /// Trait and value of the effect on buying at a place among the parameters.
    String[] told(int place) {
        String name = names.get(place - CovariateLikelihood.FIRST_EFFECT).substring(BUYING.length());
        int sign = name.indexOf('=');
        return new String[] {name.substring(0, sign), name.substring(sign + 1)};
    }

    static int[][] groupsByPattern(PurchaseHistories histories) {
        int[] size = new int[histories.patterns().size()];
        for (int i = 0; i < histories.groups(); i++) {
            size[histories.pattern(i)]++;
        }
        int[][] groups = new int[size.length][];
        for (int p = 0; p < size.length; p++) {
            groups[p] = new int[size[p]];
        }
        for (int i = histories.groups() - 1; i >= 0; i--) {
            int p = histories.pattern(i);
            groups[p][--size[p]] = i;
        }
        return groups;
    }
}
