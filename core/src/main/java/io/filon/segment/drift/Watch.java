package io.filon.segment.drift;

import io.filon.segment.history.Decision;
import io.filon.stats.control.RunLength;
import io.filon.stats.control.SelfStarting;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

// Each month's size is compared with what it would be had customers stayed, entered and arrived as in all months before
// it: so the fall of those chosen for a high value, which repeats itself, is expected and raises nothing. The ratio's
// logarithm is scored without known level or spread (SelfStarting) and averaged with memory (EWMA of weight 0.2, which
// Lucas and Saccucci 1990 recommend for shifts around one standard deviation); after an alert the memory starts anew,
// so alerts in a quiet world come once in RunLength points. The limit is set so that all segments together are wrong as
// often a year as allowed. Misleads where a month depends strongly on the one before, or the year's seasons are strong
// and less than two years are seen.

/// Whether a segment's size has begun to move otherwise than it used to.
///
/// @param verdict    `too_few`, `quiet` or `alert` (in the last month)
/// @param months     seen
/// @param scored     months that could be judged
/// @param alertOn    the last alert, of whichever month; null for none
/// @param observed   today's size
/// @param expected   what it would be had the last month been like those before; null when too few
/// @param memory     the chart's value, in its standard deviations: beyond `limit` it is an alert
public record Watch(
        String key,
        Verdict verdict,
        int months,
        int scored,
        @Nullable LocalDate alertOn,
        long observed,
        @Nullable Double expected,
        double memory,
        double limit) {

    public enum Verdict {
        TOO_FEW,
        QUIET,
        ALERT
    }

    /// What the newest month counts.
    public static final double WEIGHT = 0.2;

    /// Months that only tell what is usual.
    static final int LEARNING = 3;

    /// Scored months before a quiet chart says anything.
    static final int FEWEST_SCORED = 6;

    /// The limit for so many segments looked at once a month.
    ///
    /// @param falseAlarmsYearly of all together
    public static double limit(int segments, double falseAlarmsYearly) {
        return new RunLength(WEIGHT).limit(Math.max(2, 12 * segments / falseAlarmsYearly));
    }

    /// @param monthly oldest first, a month apart
    public static Watch of(String key, List<Decision> monthly, double limit) {
        Seen seen = new Seen();
        SelfStarting scores = new SelfStarting();
        double spread = Math.sqrt(WEIGHT / (2 - WEIGHT));
        double memory = 0;
        double shown = 0;
        int scored = 0;
        LocalDate alertOn = null;
        Double expected = null;
        for (int i = 1; i < monthly.size(); i++) {
            Month month = Month.between(key, monthly.get(i - 1), monthly.get(i));
            if (i > LEARNING) {
                double awaited = seen.expected(month);
                expected = awaited;
                double score = scores.score(Math.log((month.after + 0.5) / (awaited + 0.5)));
                if (!Double.isNaN(score)) {
                    scored++;
                    memory = (1 - WEIGHT) * memory + WEIGHT * score;
                    shown = memory / spread;
                    if (Math.abs(shown) > limit) {
                        alertOn = monthly.get(i).asOf();
                        memory = 0;
                    }
                }
            }
            seen.add(month);
        }
        LocalDate last = monthly.getLast().asOf();
        Verdict verdict =
                scored < FEWEST_SCORED ? Verdict.TOO_FEW : last.equals(alertOn) ? Verdict.ALERT : Verdict.QUIET;
        return new Watch(
                key,
                verdict,
                monthly.size(),
                scored,
                alertOn,
                Month.numbers(monthly.getLast(), key).getLongCardinality(),
                expected,
                shown,
                limit);
    }

    public static List<Watch> all(List<String> keys, List<Decision> monthly, double falseAlarmsYearly) {
        double limit = limit(keys.size(), falseAlarmsYearly);
        List<Watch> watches = new ArrayList<>();
        keys.forEach(key -> watches.add(of(key, monthly, limit)));
        return watches;
    }

    /// One month of one segment.
    private record Month(
            long before, long others, long arrived, long stayed, long entered, long newcomers, long after) {

        static Month between(String key, Decision start, Decision end) {
            RoaringBitmap were = numbers(start, key);
            RoaringBitmap are = numbers(end, key);
            long stayed = RoaringBitmap.andCardinality(were, are);
            long entered = RoaringBitmap.andCardinality(RoaringBitmap.andNot(are, were), start.base());
            return new Month(
                    were.getLongCardinality(),
                    start.base().getLongCardinality() - were.getLongCardinality(),
                    RoaringBitmap.andNotCardinality(end.base(), start.base()),
                    stayed,
                    entered,
                    are.getLongCardinality() - stayed - entered,
                    are.getLongCardinality());
        }

        static RoaringBitmap numbers(Decision decision, String key) {
            return decision.segment(key).map(Decision.Kept::numbers).orElseGet(RoaringBitmap::new);
        }
    }

    /// The months so far, added up.
    private static final class Seen {
        private long before;
        private long others;
        private long arrived;
        private long stayed;
        private long entered;
        private long newcomers;

        void add(Month month) {
            before += month.before;
            others += month.others;
            arrived += month.arrived;
            stayed += month.stayed;
            entered += month.entered;
            newcomers += month.newcomers;
        }

        double expected(Month month) {
            return month.before * rate(stayed, before)
                    + month.others * rate(entered, others)
                    + month.arrived * rate(newcomers, arrived);
        }

        private static double rate(long part, long whole) {
            return whole == 0 ? 0 : (double) part / whole;
        }
    }
}
