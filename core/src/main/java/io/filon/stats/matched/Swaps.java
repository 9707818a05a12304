package io.filon.stats.matched;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// Whether an exposure makes people choose a day, beyond what makes everybody choose it.
///
/// Idea: each person chose one of up to 32 days of a block (the same weekday of a month). Take two people who chose
/// different days: given the two days, which of them chose which depends on the exposure alone, because what each
/// usually does and what the day does to everybody cancel (a case-crossover with the other people's choices in place of
/// the case-time-control term of Suissa 1995; pairwise conditional likelihood, Liang 1987). So a season, a sale or a
/// holiday that everybody has changes nothing, and an exposure that everybody has on the same days tells nothing.
/// Days that were not open to somebody (they chose them otherwise, or could not yet have been exposed) are left out of
/// their pairs. Pairs of a block of n people weigh 1/n. The test takes no factor as known (score at 0); the range is
/// the sandwich's; both gather all pairs of one person (Hoeffding's projection, on the safe side where blocks are
/// small). Cost: people + blocks x patterns².
public final class Swaps {

    private static final int STEPS = 60;
    private static final double ENOUGH = 1e-9;
    private static final double LARGEST = 8;

    /// Two people differ by at most so much in exposure.
    private static final int MOST = 2;

    /// Who chose the same day of the same block, with the same days open and exposed.
    private record Cell(int day, int open, int exposed) {
        int x(int other) {
            return exposed >> other & 1;
        }

        boolean couldChoose(int other) {
            return (open >> other & 1) == 1;
        }

        // a record's own is an order of magnitude slower, and every choice asks
        @Override
        public int hashCode() {
            return 31 * (31 * open + exposed) + day;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Cell(int itsDay, int itsOpen, int itsExposed)
                    && day == itsDay
                    && open == itsOpen
                    && exposed == itsExposed;
        }
    }

    private static final class Block {
        final int number;
        final Map<Cell, Integer> numbers = new HashMap<>();
        final List<Cell> cells = new ArrayList<>();
        int[] counts = new int[8];
        int people;
        boolean exposed;

        /// Pairs of cells whose exposure tells, and by how much: (one, other, difference) after one another.
        int[] pairs = {};

        Block(int number) {
            this.number = number;
        }

        int number() {
            return number;
        }

        int add(Cell cell) {
            Integer met = numbers.get(cell);
            int place = met == null ? cells.size() : met;
            if (met == null) {
                numbers.put(cell, place);
                cells.add(cell);
                counts = place == counts.length ? Arrays.copyOf(counts, 2 * place) : counts;
            }
            counts[place]++;
            people++;
            exposed |= cell.exposed != 0;
            return place;
        }

        void pair() {
            IntStream.Builder telling = IntStream.builder();
            for (int i = 0; i < cells.size(); i++) {
                for (int j = i + 1; j < cells.size(); j++) {
                    int z = difference(cells.get(i), cells.get(j));
                    if (z != 0) {
                        telling.add(i).add(j).add(z);
                    }
                }
            }
            pairs = telling.build().toArray();
        }
    }

    private record Choice(Block block, int cell, int cluster) {}

    private final Map<Integer, Block> blocks = new HashMap<>();
    private final List<Choice> choices = new ArrayList<>();

    /// One person's choice.
    ///
    /// @param block   whose days are compared
    /// @param day     chosen, 0..31
    /// @param open    days that could have been chosen, a bit each, the chosen one among them
    /// @param exposed days that were exposed, a bit each
    /// @param cluster the person
    public void add(int block, int day, int open, int exposed, int cluster) {
        Block of = blocks.computeIfAbsent(block, Block::new);
        choices.add(new Choice(of, of.add(new Cell(day, open, exposed & open)), cluster));
    }

    /// @return empty when no two choices differ in the exposure
    public Optional<Lift> lift() {
        List<Block> telling = blocks.values().stream()
                .filter(block -> block.exposed)
                .sorted(Comparator.comparingInt(Block::number))
                .toList();
        telling.forEach(Block::pair);
        Map<Block, double[]> phi = new HashMap<>();
        double[] atZero = sums(telling, 0, phi);
        if (atZero[1] <= 0) {
            return Optional.empty();
        }
        Spread spread = spread(phi);
        double p = spread.clusters < 2 || spread.variance <= 0
                ? 1
                : Lift.chance(atZero[0] / Math.sqrt(spread.variance), spread.clusters - 1);
        double b = 0;
        double[] sums = atZero;
        for (int step = 0; step < STEPS; step++) {
            double move = Math.clamp(sums[0] / sums[1], -1, 1);
            b += move;
            if (Math.abs(b) > LARGEST) {
                return Optional.empty();
            }
            sums = sums(telling, b, phi);
            if (Math.abs(move) < ENOUGH) {
                Spread found = spread(phi);
                return Optional.of(Lift.of(b, Math.sqrt(found.variance) / sums[1], p, found.clusters - 1));
            }
        }
        return Optional.empty();
    }

    /// Slope and curvature at b; `phi` gets what each cell's member has with all others.
    private static double[] sums(List<Block> blocks, double b, Map<Block, double[]> phi) {
        double slope = 0;
        double bend = 0;
        double[] swappedBy = IntStream.rangeClosed(-MOST, MOST)
                .mapToDouble(z -> 1 / (1 + Math.exp(b * z)))
                .toArray();
        for (Block block : blocks) {
            double[] with = new double[block.cells.size()];
            int[] counts = block.counts;
            int[] pairs = block.pairs;
            for (int at = 0; at < pairs.length; at += 3) {
                int i = pairs[at];
                int j = pairs[at + 1];
                int z = pairs[at + 2];
                double swapped = swappedBy[MOST + z];
                double part = z * swapped / block.people;
                with[i] += part * counts[j];
                with[j] += part * counts[i];
                double both = (double) counts[i] * counts[j];
                slope += both * part;
                bend += both * z * z * swapped * (1 - swapped) / block.people;
            }
            phi.put(block, with);
        }
        return new double[] {slope, bend};
    }

    private static int difference(Cell one, Cell other) {
        return one.day == other.day || !one.couldChoose(other.day) || !other.couldChoose(one.day)
                ? 0
                : one.x(one.day) + other.x(other.day) - one.x(other.day) - other.x(one.day);
    }

    private record Spread(double variance, double clusters) {}

    /// About their mean, which is what they share when the exposure works: with twenty towns it would hide itself.
    ///
    /// @return `clusters` is how many people of equal weight would bear as much
    private Spread spread(Map<Block, double[]> phi) {
        Map<Integer, Double> byCluster = new HashMap<>();
        for (Choice choice : choices) {
            double[] with = phi.get(choice.block);
            if (with != null && with[choice.cell] != 0) {
                byCluster.merge(choice.cluster, with[choice.cell], Double::sum);
            }
        }
        double people = byCluster.size();
        double mean =
                byCluster.values().stream().mapToDouble(Double::doubleValue).sum() / Math.max(1, people);
        double squares = 0;
        double fourths = 0;
        for (double part : byCluster.values()) {
            double square = (part - mean) * (part - mean);
            squares += square;
            fourths += square * square;
        }
        return new Spread(squares * people / Math.max(1, people - 1), fourths == 0 ? 0 : squares * squares / fourths);
    }
}
