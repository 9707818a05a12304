package io.filon.discovery.block;

import io.filon.discovery.block.BlockReader.Known;
import io.filon.discovery.block.Compared.Part;
import io.filon.discovery.block.Compared.State;
import io.filon.stats.explained.CodedColumn;
import io.filon.stats.explained.CrossFit;
import io.filon.stats.explained.Gain;
import io.filon.store.Script;
import io.filon.store.SideBySide;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

// The target is what each customer leaves in the outcome window, its extremes cut at the first and last hundredth: else
// a handful of customers decide. Every model also knows the quarter in which customers came. One learner for all
// blocks, tried on customers it was not learnt from (io.filon.stats.explained.CrossFit). Customers of whom demography
// or browsing is unknown are left out, because a block would win by being known of more.

/// Whether who customers are or what they do says more of what they will leave, on the company's own data.
public final class Blocks {

    private static final List<String> SCRIPTS = List.of("block_visits", "block_purchases", "block_facts");

    /// Fewer customers cannot tell any difference of use.
    static final int FEWEST = 300;

    private static final int MOST_FACTS = 12;
    private static final double CUT = 0.01;

    /// From the half width of a range of 95 % to what is seen in eight cases of ten.
    private static final double SEEN = (1.959964 + 0.841621) / 1.959964;

    /// Needs `known_before` and, where visits count, `sessions` and `session_jobs`.
    public void run(Store store) {
        SideBySide.build(store, scripts());
        write(store, compared(new BlockReader(store).read()));
    }

    static List<Script> scripts() {
        return SCRIPTS.stream().map(name -> Script.beside(Blocks.class, name)).toList();
    }

    private static Compared compared(Known known) {
        if (known.net().length == 0) {
            return Compared.refused(State.TOO_SHORT, 0, 0);
        }
        int[] demography = known(known, Block.DEMOGRAPHY, everybody(known));
        int[] both = known(known, Block.BROWSING, demography);
        if (demography.length == 0) {
            return Compared.refused(State.NO_DEMOGRAPHY, 0, 0);
        }
        if (demography.length < FEWEST) {
            return Compared.refused(State.TOO_FEW, demography.length, FEWEST);
        }
        return new Trial(known, both.length < FEWEST ? demography : both, both.length >= FEWEST).compared();
    }

    private static int[] everybody(Known known) {
        return IntStream.range(0, known.net().length).toArray();
    }

    /// Those of whom anything of a block is known.
    private static int[] known(Known known, Block block, int[] customers) {
        List<Fact> facts = known.facts().values().stream()
                .filter(fact -> fact.block() == block)
                .toList();
        return Arrays.stream(customers)
                .filter(customer -> facts.stream().anyMatch(fact -> fact.knows(customer)))
                .toArray();
    }

    /// The comparison among some customers.
    private static final class Trial {
        private final Known known;
        private final int[] customers;
        private final boolean browsing;
        private final long[] keys;
        private final Map<Block, Integer> facts = new EnumMap<>(Block.class);
        private final CrossFit fit;

        Trial(Known known, int[] customers, boolean browsing) {
            this.known = known;
            this.customers = customers;
            this.browsing = browsing;
            this.keys = Arrays.stream(customers)
                    .mapToLong(customer -> known.keys()[customer])
                    .toArray();
            List<CodedColumn> columns = new ArrayList<>();
            columns.add(quarters());
            for (Block block : Block.values()) {
                List<CodedColumn> ofBlock = columns(block);
                facts.put(block, ofBlock.size());
                columns.addAll(ofBlock);
            }
            this.fit = new CrossFit(columns, cut(), keys);
        }

        private CodedColumn quarters() {
            int[] quarters = Arrays.stream(customers)
                    .map(customer -> known.cohorts()[customer])
                    .toArray();
            return new CodedColumn(
                    CodedColumn.BASE, Arrays.stream(quarters).max().orElse(0) + 1, quarters);
        }

        /// The facts known of most.
        private List<CodedColumn> columns(Block block) {
            if (block == Block.BROWSING && !browsing) {
                return List.of();
            }
            return known.facts().values().stream()
                    .filter(fact -> fact.block() == block)
                    .sorted(Comparator.comparingInt((Fact fact) -> -fact.known(customers)))
                    .map(fact -> fact.coded(block.part(), customers))
                    .filter(column -> column.levels() > 1)
                    .limit(MOST_FACTS)
                    .toList();
        }

        private double[] cut() {
            double[] net = Arrays.stream(customers)
                    .mapToDouble(customer -> known.net()[customer])
                    .toArray();
            double[] sorted = net.clone();
            Arrays.sort(sorted);
            double low = sorted[(int) (CUT * (sorted.length - 1))];
            double high = sorted[(int) Math.ceil((1 - CUT) * (sorted.length - 1))];
            return Arrays.stream(net).map(each -> Math.clamp(each, low, high)).toArray();
        }

        Compared compared() {
            Set<Block> all = EnumSet.allOf(Block.class);
            all.removeIf(block -> facts.getOrDefault(block, 0) == 0);
            List<Part> parts = all.stream()
                    .map(block -> new Part(
                            block,
                            facts.getOrDefault(block, 0),
                            known(known, block, customers).length,
                            gain(Set.of(), Set.of(block)),
                            gain(without(all, block), all)))
                    .toList();
            if (!all.contains(Block.DEMOGRAPHY)) {
                return Compared.refused(State.NO_DEMOGRAPHY, customers.length, 0);
            }
            Gain ahead = browsing
                    ? gain(Set.of(Block.DEMOGRAPHY), Set.of(Block.BROWSING))
                    : gain(Set.of(Block.DEMOGRAPHY), Set.of(Block.PURCHASES));
            return new Compared(
                    state(ahead), customers.length, 0, gain(Set.of(), all), ahead, SEEN * ahead.reach(), parts);
        }

        private State state(Gain ahead) {
            if (!browsing) {
                return State.NO_BROWSING;
            }
            // to be less wrong than the other is no lead: the winner has to foretell something itself
            if (ahead.low() > 0 && gain(Set.of(), Set.of(Block.BROWSING)).low() > 0) {
                return State.BROWSING;
            }
            return ahead.high() < 0 && gain(Set.of(), Set.of(Block.DEMOGRAPHY)).low() > 0
                    ? State.DEMOGRAPHY
                    : State.NO_DIFFERENCE;
        }

        private Gain gain(Set<Block> before, Set<Block> after) {
            return Gain.of(errors(before), errors(after), errors(Set.of()), keys);
        }

        private double[] errors(Set<Block> blocks) {
            return fit.squaredErrors(blocks.stream().map(Block::part).collect(Collectors.toSet()));
        }

        private static Set<Block> without(Set<Block> all, Block one) {
            return all.stream().filter(block -> block != one).collect(Collectors.toSet());
        }
    }

    private static void write(Store store, Compared compared) {
        store.run(Sql.of("create or replace table block_comparison (state varchar, customers bigint, needed bigint, "
                + "told double, told_low double, told_high double, ahead double, ahead_low double, ahead_high double, "
                + "seen double)"));
        store.append(
                "block_comparison",
                List.of(List.of(
                        compared.state().name().toLowerCase(Locale.ROOT),
                        (long) compared.customers(),
                        (long) compared.needed(),
                        compared.told().share(),
                        compared.told().low(),
                        compared.told().high(),
                        compared.ahead().share(),
                        compared.ahead().low(),
                        compared.ahead().high(),
                        compared.seen())));
        store.run(
                Sql.of("create or replace table block_gains (block varchar, facts bigint, known bigint, alone double, "
                        + "alone_low double, alone_high double, last double, last_low double, last_high double)"));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Part part : compared.parts()) {
            rows.add(Arrays.asList(
                    part.block().id(),
                    (long) part.facts(),
                    (long) part.known(),
                    part.alone().share(),
                    part.alone().low(),
                    part.alone().high(),
                    part.last().share(),
                    part.last().low(),
                    part.last().high()));
        }
        store.append("block_gains", rows);
    }
}
