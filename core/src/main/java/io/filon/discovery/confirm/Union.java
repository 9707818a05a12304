package io.filon.discovery.confirm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The distinct rules of both directions.
///
/// A rule found in both counts once, with the lower of its two figures. The false share among distinct rules is at most
/// the sum of both directions' (V/R <= V1/R1 + V2/R2), whatever ties the halves.
final class Union {

    private Union() {}

    static List<Tested> of(List<Tested> there, List<Tested> back) {
        List<Tested> union = new ArrayList<>(there);
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < there.size(); i++) {
            places.put(there.get(i).segment().text(), i);
        }
        for (Tested each : back) {
            Integer place = places.get(each.segment().text());
            if (place == null) {
                union.add(each);
            } else {
                union.set(place, both(union.get(place), each));
            }
        }
        return union;
    }

    private static Tested both(Tested one, Tested other) {
        boolean prefersOne =
                one.confirmed() == other.confirmed() ? one.adjusted() <= other.adjusted() : one.confirmed();
        Tested sure = prefersOne ? one : other;
        Tested lower = one.members().mean() <= other.members().mean() ? one : other;
        return new Tested(
                sure.segment(),
                sure.aliases(),
                sure.p(),
                sure.adjusted(),
                lower.members(),
                lower.others(),
                lower.interval(),
                Math.max(one.bestShare(), other.bestShare()),
                sure.aheadOfRest(),
                lower.inPeriods(),
                lower.periods());
    }
}
