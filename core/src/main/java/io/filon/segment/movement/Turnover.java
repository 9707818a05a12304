package io.filon.segment.movement;

import io.filon.segment.history.Decision;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/// What came into one segment and what left it between two days.
///
/// `before = stayed + left + gone` and `after = stayed + entered + newcomers`.
///
/// @param stayed    in it on both days
/// @param entered   were customers and were not in it
/// @param newcomers were no customers on the first day
/// @param left      are customers and are no longer in it
/// @param gone      are no longer among the customers
/// @param expectedStayed what would have stayed, had customers moved as they did in the reference period; null
///     without one
/// @param expectedAfter  how large it would be, likewise
public record Turnover(
        String key,
        long before,
        long after,
        long stayed,
        long entered,
        long newcomers,
        long left,
        long gone,
        @Nullable Double expectedStayed,
        @Nullable Double expectedAfter) {

    static Turnover between(String key, Decision before, Decision after, @Nullable Rates rates) {
        RoaringBitmap were = numbers(before, key);
        RoaringBitmap are = numbers(after, key);
        long stayed = RoaringBitmap.andCardinality(were, are);
        RoaringBitmap out = RoaringBitmap.andNot(were, are);
        long left = RoaringBitmap.andCardinality(out, after.base());
        RoaringBitmap in = RoaringBitmap.andNot(are, were);
        long entered = RoaringBitmap.andCardinality(in, before.base());
        long others = before.base().getLongCardinality() - were.getLongCardinality();
        long arrived = RoaringBitmap.andNotCardinality(after.base(), before.base());
        Double expectedStayed = rates == null ? null : were.getLongCardinality() * rates.stay;
        return new Turnover(
                key,
                were.getLongCardinality(),
                are.getLongCardinality(),
                stayed,
                entered,
                in.getLongCardinality() - entered,
                left,
                out.getLongCardinality() - left,
                expectedStayed,
                rates == null || expectedStayed == null
                        ? null
                        : expectedStayed + others * rates.enter + arrived * rates.arrive);
    }

    /// How customers moved in a period: 0..1 of those in the segment who stayed, of the others who entered, of the new
    /// ones who came in.
    record Rates(double stay, double enter, double arrive) {}

    /// Null when nobody was in it at the start: nothing can be said of who stays.
    static @Nullable Rates rates(String key, Decision before, Decision after) {
        Turnover seen = between(key, before, after, null);
        if (seen.before == 0) {
            return null;
        }
        long others = before.base().getLongCardinality() - seen.before;
        long arrived = RoaringBitmap.andNotCardinality(after.base(), before.base());
        return new Rates(
                (double) seen.stayed / seen.before,
                others == 0 ? 0 : (double) seen.entered / others,
                arrived == 0 ? 0 : (double) seen.newcomers / arrived);
    }

    private static RoaringBitmap numbers(Decision decision, String key) {
        return decision.segment(key).map(Decision.Kept::numbers).orElseGet(RoaringBitmap::new);
    }
}
