package io.filon.fit;

import io.filon.fit.FitModel.Decision;
import io.filon.stats.MeanRange;
import io.filon.stats.Student;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

// Of whom was turned away nothing is ever known, but for those chance let in: each stands for as many as the inverse of
// its chance (Horvitz & Thompson 1952; normalised, Hajek 1971). Where chance let in nobody only bounds are left (Manski
// 1990): none of the declined could have left less than what working them costs, nor more than the best lead on file
// did.

/// What became of the leads a filter decided about in use.
///
/// @param decided   leads in the log
/// @param known     of them, whose end is known
/// @param accepted  what those accepted and nurtured left on average, as far as known; null when nothing is
/// @param acceptedLow,acceptedHigh 95 of 100; null with too few to tell
/// @param declined  would-be declines, the drawn included
/// @param drawn     of them, let in by chance, with a known end
/// @param rejected  money the declined would have left, all together, by inverse weighting; null when fewer than ten
///     were drawn
/// @param low,high  95 of 100 where `rejected` is told; else the bounds of what can be known
/// @param payingShare of the declined, who would have paid, as far as the drawn tell; null likewise
/// @param drift     how far scores moved from those it was trained on (population stability index)
/// @param driftLimit beyond which that is not chance and the model should be trained again
public record LiveReport(
        int decided,
        int known,
        @Nullable Double accepted,
        @Nullable Double acceptedLow,
        @Nullable Double acceptedHigh,
        int declined,
        int drawn,
        @Nullable Double rejected,
        double low,
        double high,
        @Nullable Double payingShare,
        double drift,
        double driftLimit) {

    private static final int FEWEST_DRAWN = 10;

    /// A line of the log.
    public record Logged(String id, double expected, Decision decision, boolean drawn, double chance) {}

    public boolean drifted() {
        return drift > driftLimit;
    }

    /// @param net what became of leads by id; those missing are not known yet
    public static LiveReport of(FitModel model, List<Logged> log, Map<String, Double> net) {
        List<Double> accepted = new ArrayList<>();
        List<Double> drawn = new ArrayList<>();
        int declined = 0;
        int known = 0;
        for (Logged line : log) {
            Double left = net.get(line.id());
            known += left == null ? 0 : 1;
            boolean away = line.decision() == Decision.DECLINE;
            declined += away ? 1 : 0;
            if (left != null && !away) {
                accepted.add(left);
            }
            if (left != null && away && line.drawn()) {
                drawn.add(left);
            }
        }
        double drift = drift(model, log);
        double limit = 0.1 + 9.0 / Math.max(1, log.size());
        Double usual = accepted.isEmpty() ? null : mean(accepted);
        MeanRange range = accepted.size() < MeanRange.FEWEST
                ? null
                : MeanRange.of(
                        accepted.stream().mapToDouble(Double::doubleValue).toArray());
        Double low = range == null ? null : range.low();
        Double high = range == null ? null : range.high();
        if (drawn.size() < FEWEST_DRAWN) {
            double best =
                    net.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
            return new LiveReport(
                    log.size(),
                    known,
                    usual,
                    low,
                    high,
                    declined,
                    drawn.size(),
                    null,
                    -model.terms().cost() * declined,
                    Math.max(0, best) * declined,
                    null,
                    drift,
                    limit);
        }
        double mean = mean(drawn);
        double squares = drawn.stream()
                .mapToDouble(left -> (left - mean) * (left - mean))
                .sum();
        double error = Math.sqrt(squares / (drawn.size() - 1) / drawn.size());
        double wide = Student.quantile(0.025, drawn.size() - 1.0) * error;
        return new LiveReport(
                log.size(),
                known,
                usual,
                low,
                high,
                declined,
                drawn.size(),
                mean * declined,
                (mean - wide) * declined,
                (mean + wide) * declined,
                drawn.stream().filter(left -> left > 0).count() / (double) drawn.size(),
                drift,
                limit);
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    private static double drift(FitModel model, List<Logged> log) {
        int[] counts = counts(model.scoreCuts(), log.stream().mapToDouble(Logged::expected));
        double drift = 0;
        for (int bin = 0; bin < counts.length && !log.isEmpty(); bin++) {
            double before = Math.max(model.scoreShares().get(bin), 0.001);
            double now = (counts[bin] + 0.5) / (log.size() + 0.5 * counts.length);
            drift += (now - before) * Math.log(now / before);
        }
        return drift;
    }

    /// How many scores lie up to each cut, and above the last.
    static int[] counts(List<Double> cuts, DoubleStream scores) {
        int[] counts = new int[cuts.size() + 1];
        scores.forEach(score -> {
            int bin = 0;
            while (bin < cuts.size() && score > cuts.get(bin)) {
                bin++;
            }
            counts[bin]++;
        });
        return counts;
    }
}
