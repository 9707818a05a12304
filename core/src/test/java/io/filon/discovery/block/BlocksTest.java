package io.filon.discovery.block;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.store.DuckStore;
import io.filon.store.Sql;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class BlocksTest {

    private record Said(String state, long customers, double told, double ahead, double aheadLow, double seen) {}

    private record Row(String block, double alone, double aloneLow, double last, double lastLow, double lastHigh) {}

    private static Said said(DuckStore store) {
        new Blocks().run(store);
        return store.query(
                        Sql.of("select state, customers, told, ahead, ahead_low, seen from block_comparison"),
                        Said.class)
                .getFirst();
    }

    private static Row row(DuckStore store, Block block) {
        return store.query(
                        Sql.of(
                                "select block, alone, alone_low, last, last_low, last_high from block_gains where block = ?",
                                block.id()),
                        Row.class)
                .getFirst();
    }

    @Test
    void says_browsing_foretells_more_where_it_does_and_demography_where_it_does() {
        try (DuckStore reads = new BlockShop(0, 0.7, 0).of(1, 2000);
                DuckStore lives = new BlockShop(0.7, 0, 0).of(1, 2000)) {
            assertThat(said(reads).state()).isEqualTo("browsing");
            assertThat(row(reads, Block.BROWSING).lastLow()).isPositive();
            assertThat(row(reads, Block.DEMOGRAPHY).aloneLow()).isNegative();

            Said said = said(lives);
            assertThat(said.state()).isEqualTo("demography");
            assertThat(said.ahead()).isNegative();
            assertThat(row(lives, Block.DEMOGRAPHY).lastLow()).isPositive();
        }
    }

    @Test
    void past_purchases_do_not_help_browsing_win() {
        try (DuckStore store = new BlockShop(0, 0, 0.7).of(2, 2000)) {
            assertThat(said(store).state()).isEqualTo("no_difference");
            assertThat(row(store, Block.PURCHASES).aloneLow()).isPositive();
            assertThat(row(store, Block.BROWSING).lastLow()).isNegative();
        }
    }

    @Test
    void says_how_many_customers_are_missing_and_which_block_is_not_on_file() {
        try (DuckStore few = new BlockShop(0, 1, 0).of(3, 120);
                DuckStore unseen = new BlockShop(1, 0, 0).of(3, 600);
                DuckStore unknown = new BlockShop(1, 0, 0).of(3, 600)) {
            assertThat(said(few).state()).isEqualTo("too_few");
            unseen.run(Sql.of("delete from sessions"));
            assertThat(said(unseen).state()).isEqualTo("no_browsing");
            unknown.run(Sql.of("delete from known_before where evidence = 'fixed'"));
            assertThat(said(unknown).state()).isEqualTo("no_demography");
        }
    }

    @Test
    void leaves_out_who_is_known_by_one_block_only_and_facts_without_a_date() {
        try (DuckStore store = new BlockShop(0, 0.7, 0).of(4, 2000)) {
            store.run(Sql.of("delete from sessions where customer_id < 'c5'"));
            store.run(Sql.of("update known_before set evidence = 'undated' where attribute = 'satisfaction'"));
            assertThat(said(store).customers())
                    .isEqualTo(store.number(Sql.of("select count(distinct customer_id) from sessions")));
            assertThat(store.number(Sql.of("select count(*) from block_gains where block = 'declared'")))
                    .isZero();
        }
    }

    /// How often it speaks where nothing is, and whether its ranges hold.
    @Test
    @Tag("study")
    void speaks_of_a_difference_where_there_is_none_in_few_shops() {
        int shops = 100;
        int none = 0;
        int equal = 0;
        int gains = 0;
        int found = 0;
        int foundDemography = 0;
        for (int seed = 0; seed < shops; seed++) {
            try (DuckStore idle = new BlockShop(0, 0, 0.5).of(seed, 1000);
                    DuckStore even = new BlockShop(0.35, 0.35, 0.5).of(seed, 1000);
                    DuckStore reads = new BlockShop(0.1, 0.5, 0.5).of(seed, 1000);
                    DuckStore lives = new BlockShop(0.5, 0.1, 0.5).of(seed, 1000)) {
                none += said(idle).state().equals("no_difference") ? 0 : 1;
                gains += row(idle, Block.DEMOGRAPHY).lastLow() > 0
                                || row(idle, Block.BROWSING).lastLow() > 0
                        ? 1
                        : 0;
                equal += said(even).state().equals("no_difference") ? 0 : 1;
                found += said(reads).state().equals("browsing") ? 1 : 0;
                foundDemography += said(lives).state().equals("demography") ? 1 : 0;
            }
        }
        System.out.printf(
                "of %d shops: a winner where nothing matters %d, where both matter alike %d; a gain of a useless block %d; "
                        + "browsing found %d, demography found %d%n",
                shops, none, equal, gains, found, foundDemography);
        assertThat(none).isLessThanOrEqualTo(shops / 10);
        assertThat(equal).isLessThanOrEqualTo(shops / 10);
        assertThat(gains).isLessThanOrEqualTo(shops / 10);
        assertThat(found).isGreaterThanOrEqualTo(shops * 8 / 10);
        assertThat(foundDemography).isGreaterThanOrEqualTo(shops * 8 / 10);
    }
}
