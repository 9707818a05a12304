package io.filon.segment.movement;

import io.filon.segment.FirstMatch;
import io.filon.segment.Members;
import io.filon.segment.history.Decision;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.roaringbitmap.RoaringBitmap;

/// How many customers went from where to where between two days, each counted once: by the first segment they are in.
///
/// @param from a segment, [#NOBODYS] or [#NEW]
/// @param to   a segment, [#NOBODYS], [#MERGED] or [#GONE]
public record Flow(String from, String to, long customers) {

    /// In none of the segments.
    public static final String NOBODYS = "none";

    /// No customer on the first day.
    public static final String NEW = "new_customer";

    /// Known under another id on the second day.
    public static final String MERGED = "merged";

    /// Not in the files on the second day.
    public static final String GONE = "gone";

    /// Every flow that somebody is in. Whoever was a customer on either day is in exactly one.
    ///
    /// @param order  keys, who comes first wins
    /// @param merged customers that are another one by now
    static List<Flow> between(Decision before, Decision after, List<String> order, RoaringBitmap merged) {
        Map<String, RoaringBitmap> from = parts(before, order);
        from.put(NEW, RoaringBitmap.andNot(after.base(), before.base()));
        Map<String, RoaringBitmap> to = parts(after, order);
        RoaringBitmap away = RoaringBitmap.andNot(before.base(), after.base());
        to.put(MERGED, RoaringBitmap.and(away, merged));
        to.put(GONE, RoaringBitmap.andNot(away, merged));
        List<Flow> flows = new ArrayList<>();
        from.forEach((start, were) -> to.forEach((end, are) -> {
            int customers = RoaringBitmap.andCardinality(were, are);
            if (customers > 0) {
                flows.add(new Flow(start, end, customers));
            }
        }));
        return flows;
    }

    private static Map<String, RoaringBitmap> parts(Decision decision, List<String> order) {
        List<Members> inOrder = order.stream()
                .flatMap(key -> decision.segment(key).map(kept -> new Members(key, kept.numbers())).stream())
                .toList();
        FirstMatch first = FirstMatch.of(inOrder, decision.base());
        Map<String, RoaringBitmap> parts = new LinkedHashMap<>();
        first.parts().forEach(part -> parts.put(part.key(), part.numbers()));
        parts.put(NOBODYS, first.nobodys());
        return parts;
    }
}
