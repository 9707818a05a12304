package io.filon.stats.permutation;

import static java.lang.Math.abs;
import static java.lang.Math.max;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Asks many conditions at once which of them an outcome goes with, so that the chance of naming even one that does not
/// matter stays at the level asked for, however the conditions hang together.
///
/// Idea: reshuffle who has the outcome within each stratum; the largest score over all conditions in each reshuffle
/// says how large a score chance alone makes (Westfall & Young 1993, step-down max-T, their algorithm 2.8). Assumes
/// that rows of one stratum are exchangeable when nothing matters. Cost: a draw reads the rows with the outcome once,
/// all columns of a row together. The number of draws is set by the size of the table before any outcome is read, and
/// drawing ends early once even the best condition is dull (sequential Monte Carlo, Besag & Clifford 1991).
///
/// The same seed gives the same answer on any number of threads.
public final class MaxTest {

    /// @param score standard errors; positive when the outcome is more frequent than in the rest of the stratum
    /// @param p     chance of so large a score anywhere if nothing mattered, 0..1, adjusted for all conditions
    public record Verdict(Condition condition, double score, double p) {}

    /// @param draws    reshuffles made
    /// @param critical the score that chance reaches somewhere in a share `level` of the reshuffles
    /// @param verdicts one a condition, in the order asked
    public record Result(int draws, double critical, List<Verdict> verdicts) {
        public Result {
            verdicts = List.copyOf(verdicts);
        }
    }

    private static final int MOST_DRAWS = 4999;
    private static final int FEWEST_DRAWS = 299;
    private static final int DRAWS_PER_BLOCK = 50;
    private static final int BLOCKS_PER_ROUND = 6;

    /// Codes read and counted, over all draws: some five seconds of one core where rows do not fit its caches, under
    /// one where they do. A million rows get 300 draws: enough to know 5 % from 3 %.
    private static final double WORK = 5e8;

    /// The best condition was beaten this often: its p is known to about 6 % of itself, and is over 5 %.
    private static final int DULL = 300;

    private final CodeTable table;
    private final Condition[] conditions;
    private final long seed;
    private final Score score;

    public MaxTest(CodeTable table, List<Condition> conditions, long seed) {
        this.table = table;
        this.conditions = conditions.toArray(Condition[]::new);
        this.seed = seed;
        this.score = new Score(table);
    }

    /// @param outcome `boolean[rows]`, not changed
    /// @param level   share of reshuffles that `critical` is read at, 0.05
    public Result of(boolean[] outcome, double level) {
        int[] hits = hits(outcome);
        double[] scores = new double[conditions.length];
        score.of(conditions, table.counted(outcome), scores);
        Integer[] order = IntStream.range(0, scores.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble((Integer i) -> -abs(scores[i])));
        int[] beaten = new int[scores.length];
        int most = draws(Arrays.stream(hits).sum());
        double[] largest = new double[most + DRAWS_PER_BLOCK * BLOCKS_PER_ROUND];
        int draws = 0;
        while (draws < most && scores.length > 0 && beaten[order[0]] < DULL) {
            int first = draws / DRAWS_PER_BLOCK;
            List<Block> round = IntStream.range(first, first + BLOCKS_PER_ROUND)
                    .parallel()
                    .mapToObj(block -> new Block(block, hits, scores, order))
                    .toList();
            for (Block block : round) {
                System.arraycopy(block.largest, 0, largest, draws, DRAWS_PER_BLOCK);
                for (int i = 0; i < beaten.length; i++) {
                    beaten[i] += block.beaten[i];
                }
                draws += DRAWS_PER_BLOCK;
            }
        }
        return new Result(draws, critical(largest, draws, level), verdicts(scores, order, beaten, draws));
    }

    /// How many standard errors each condition alone is from chance: `double[conditions]`.
    public static double[] scores(CodeTable table, boolean[] outcome, List<Condition> conditions) {
        double[] scores = new double[conditions.size()];
        new Score(table).of(conditions.toArray(Condition[]::new), table.counted(outcome), scores);
        return scores;
    }

    private int draws(int hits) {
        double each = (double) max(1, hits) * max(1, table.columns());
        return Math.clamp((long) (WORK / each), FEWEST_DRAWS, MOST_DRAWS);
    }

    private static double critical(double[] largest, int draws, double level) {
        if (draws == 0) {
            return 0;
        }
        double[] sorted = Arrays.copyOf(largest, draws);
        Arrays.sort(sorted);
        return sorted[(int) Math.min(draws - 1, Math.ceil((1 - level) * (draws + 1)) - 1)];
    }

    // step-down: nobody's p is under that of a stronger condition
    private List<Verdict> verdicts(double[] scores, Integer[] order, int[] beaten, int draws) {
        Verdict[] verdicts = new Verdict[scores.length];
        double above = 0;
        for (int i : order) {
            above = max(above, (beaten[i] + 1.0) / (draws + 1.0));
            verdicts[i] = new Verdict(conditions[i], scores[i], above);
        }
        return List.of(verdicts);
    }

    private int[] hits(boolean[] outcome) {
        int[] hits = new int[table.strata()];
        for (int stratum = 0; stratum < hits.length; stratum++) {
            for (int row = table.starts()[stratum]; row < table.starts()[stratum + 1]; row++) {
                hits[stratum] += outcome[row] ? 1 : 0;
            }
        }
        return hits;
    }

    /// Some draws with a generator of their own.
    private final class Block {
        final double[] largest = new double[DRAWS_PER_BLOCK];
        final int[] beaten = new int[conditions.length];

        Block(int number, int[] hits, double[] scores, Integer[] order) {
            Dice random = new Dice(seed * 1_000_003 + number);
            Score own = score.another();
            int[] rows = IntStream.range(0, table.rows()).toArray();
            int[] tally = new int[table.cells()];
            double[] drawn = new double[conditions.length];
            for (int draw = 0; draw < DRAWS_PER_BLOCK; draw++) {
                Arrays.fill(tally, 0);
                for (int stratum = 0; stratum < hits.length; stratum++) {
                    draw(stratum, hits[stratum], rows, tally, random);
                }
                own.of(conditions, tally, drawn);
                double running = 0;
                for (int place = order.length - 1; place >= 0; place--) {
                    int i = order[place];
                    running = max(running, abs(drawn[i]));
                    beaten[i] += running >= abs(scores[i]) - 1e-9 ? 1 : 0;
                }
                largest[draw] = running;
            }
        }

        // the first steps of a shuffle; whatever order it leaves is as good a start for the next
        private void draw(int stratum, int hits, int[] rows, int[] tally, Dice random) {
            int from = table.starts()[stratum];
            int to = table.starts()[stratum + 1];
            for (int i = 0; i < hits; i++) {
                int place = from + i + random.below(to - from - i);
                int row = rows[place];
                rows[place] = rows[from + i];
                rows[from + i] = row;
                table.count(row, tally, stratum);
            }
        }
    }
}
