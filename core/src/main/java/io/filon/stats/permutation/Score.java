package io.filon.stats.permutation;

import static java.lang.Math.log;
import static java.lang.Math.max;
import static java.lang.Math.signum;
import static java.lang.Math.sqrt;

/// How far the outcome is from what the strata alone would give, for every condition at once.
///
/// Within each stratum the k rows with the outcome are a draw without replacement from the n rows whose code is known
/// (Mantel & Haenszel 1959): expected k·m/n of the m rows that meet the condition, hypergeometric variance. The score
/// is the deviation in standard errors, as the signed root of the deviance: near normal in both tails also where few
/// rows have the outcome, which the plain deviation is not, and the same for a condition and its opposite. Being
/// studentised by the known rows of each draw, it is not moved by who is known.
final class Score {

    private final CodeTable table;
    private final int[] everybody;
    private final int[] known;
    private final int[] withOutcome;

    Score(CodeTable table) {
        this.table = table;
        this.everybody = table.everybody();
        this.known = new int[table.strata() * table.columns()];
        this.withOutcome = new int[known.length];
        sumKnown(everybody, known);
    }

    private Score(Score other) {
        this.table = other.table;
        this.everybody = other.everybody;
        this.known = other.known;
        this.withOutcome = new int[known.length];
    }

    /// The same with scratch space of its own, for another thread.
    Score another() {
        return new Score(this);
    }

    /// @param outcome the rows with the outcome, counted by [CodeTable#counted]
    /// @param scores  `double[conditions]`, filled
    void of(Condition[] conditions, int[] outcome, double[] scores) {
        sumKnown(outcome, withOutcome);
        for (int i = 0; i < conditions.length; i++) {
            scores[i] = of(conditions[i], outcome);
        }
    }

    private double of(Condition asked, int[] outcome) {
        if (asked.code() >= table.width()) {
            return 0; // nobody has it
        }
        int observed = 0;
        int asking = 0;
        double expected = 0;
        double variance = 0;
        for (int stratum = 0; stratum < table.strata(); stratum++) {
            int place = stratum * table.columns() + asked.column();
            int rows = known[place];
            int hits = withOutcome[place];
            if (rows < 2 || hits == 0) {
                continue;
            }
            int cell = place * table.width() + asked.code();
            double share = (double) everybody[cell] / rows;
            observed += outcome[cell];
            asking += hits;
            expected += hits * share;
            variance += hits * share * (1 - share) * (rows - hits) / (rows - 1);
        }
        return of(asking, observed, expected, variance);
    }

    /// @param hits rows with the outcome whose code is known, of which `observed` meet the condition
    static double of(int hits, int observed, double expected, double variance) {
        if (variance <= 0) {
            return 0;
        }
        double deviance = 2 * max(0, growth(observed, expected) + growth(hits - observed, hits - expected));
        return signum(observed - expected) * sqrt(deviance * expected * (hits - expected) / (hits * variance));
    }

    private static double growth(double observed, double expected) {
        return observed <= 0 ? 0 : observed * log(observed / expected);
    }

    /// Rows of the tally whose code is known, a stratum and column: all but those counted as not known.
    private void sumKnown(int[] tally, int[] sums) {
        int width = table.width();
        for (int stratum = 0, place = 0; stratum < table.strata(); stratum++) {
            int rows = 0;
            for (int cell = place * width; table.columns() > 0 && cell < (place + 1) * width; cell++) {
                rows += tally[cell]; // every row has a code in the first column, as in any other
            }
            for (int column = 0; column < table.columns(); column++, place++) {
                sums[place] = rows - tally[place * width];
            }
        }
    }
}
