package io.filon.report.section;

import io.filon.report.section.Known.Block;
import io.filon.report.section.Known.Share;
import io.filon.store.Sql;
import io.filon.store.Store;
import io.filon.text.Phrase;
import io.filon.text.Phrase.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads what came out of setting demography beside behaviour, and says it.
final class KnownTables {

    private static final Share NOTHING = new Share(0, 0, 0);

    private final Store store;

    KnownTables(Store store) {
        this.store = store;
    }

    private record Compared(
            String state,
            long customers,
            long needed,
            double told,
            double ahead,
            double aheadLow,
            double aheadHigh,
            double seen) {}

    private record Row(
            String block,
            long facts,
            long known,
            double alone,
            double aloneLow,
            double aloneHigh,
            double last,
            double lastLow,
            double lastHigh) {}

    @Nullable
    Known known() {
        if (!store.tables().contains("block_comparison")) {
            return null;
        }
        Compared compared = store.query(
                        Sql.of("select state, customers, needed, told, ahead, ahead_low, ahead_high, seen "
                                + "from block_comparison"),
                        Compared.class)
                .getFirst();
        List<Block> blocks = store.read("block_gains", Row.class).stream()
                .map(row -> new Block(
                        row.block,
                        row.facts,
                        row.known,
                        new Share(row.alone, row.aloneLow, row.aloneHigh),
                        new Share(row.last, row.lastLow, row.lastHigh)))
                .toList();
        if (compared.state.equals("too_short") && store.number(Sql.of("select count(*) from buyers")) == 0) {
            return null;
        }
        return new Known(
                compared.state,
                compared.customers,
                compared.told,
                new Share(compared.ahead, compared.aheadLow, compared.aheadHigh),
                compared.seen,
                blocks,
                sentence(compared, blocks));
    }

    private static Phrase sentence(Compared compared, List<Block> blocks) {
        Share demography = alone(blocks, "demography");
        Share behaviour = alone(blocks, compared.state.equals("no_browsing") ? "purchases" : "browsing");
        return Phrase.of(
                "behaviour.known." + compared.state,
                share(behaviour.share()),
                share(behaviour.low()),
                share(behaviour.high()),
                share(demography.share()),
                share(demography.low()),
                share(demography.high()),
                new Value.Count(compared.customers),
                new Value.Count(compared.needed),
                share(compared.seen));
    }

    private static Share alone(List<Block> blocks, String name) {
        return blocks.stream()
                .filter(block -> block.block().equals(name))
                .map(Block::alone)
                .findFirst()
                .orElse(NOTHING);
    }

    /// Worse than knowing nothing is nothing to a reader.
    private static Value share(double share) {
        return new Value.Share(Math.max(0, share));
    }
}
