package io.filon.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.store.Sql;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roaringbitmap.RoaringBitmap;

class CustomerIndexTest {

    @TempDir
    Path folder;

    private People people;

    @BeforeEach
    void company() throws IOException {
        people = new People(folder, "2025-12-31")
                .bought("bob", "10", "2025-01-01")
                .bought("dan", "10", "2025-01-01")
                .bought("eve", "10", "2025-01-01");
    }

    @AfterEach
    void close() {
        people.close();
    }

    @Test
    void a_number_once_given_is_kept_whoever_comes_later() {
        CustomerIndex before = people.base().index();
        int bob = before.number("bob").orElseThrow();
        int eve = before.number("eve").orElseThrow();
        people.bought("ann", "10", "2025-02-01").bought("cyd", "10", "2025-02-01");

        CustomerIndex after = people.base().index();

        assertThat(after.number("bob")).contains(bob);
        assertThat(after.number("eve")).contains(eve);
        assertThat(after.size()).isEqualTo(5);
        assertThat(after.present().getCardinality()).isEqualTo(5);
    }

    @Test
    void who_leaves_and_comes_back_has_the_same_number() {
        int dan = people.base().index().number("dan").orElseThrow();
        people.store().run(Sql.of("delete from orders where customer_id = 'dan'"));
        people.store().run(Sql.of("delete from order_lines where customer_id = 'dan'"));
        CustomerIndex without = people.base().index();
        assertThat(without.present().contains(dan)).isFalse();
        assertThat(without.in("gone")).isEqualTo(RoaringBitmap.bitmapOf(dan));
        people.bought("dan", "10", "2025-03-01");

        CustomerIndex again = people.base().index();

        assertThat(again.number("dan")).contains(dan);
        assertThat(again.present().contains(dan)).isTrue();
    }

    @Test
    void whoever_is_merged_is_the_other_one_today() {
        CustomerIndex before = people.base().index();
        int bob = before.number("bob").orElseThrow();
        int dan = before.number("dan").orElseThrow();
        RoaringBitmap kept = RoaringBitmap.bitmapOf(dan);
        people.store().run(Sql.of("update orders set customer_id = 'bob' where customer_id = 'dan'"));
        people.store().run(Sql.of("update order_lines set customer_id = 'bob' where customer_id = 'dan'"));
        people.store().run(Sql.of("insert into identities values ('dan', 'bob', 'same_email')"));

        CustomerIndex after = people.base().index();

        assertThat(after.in("merged")).isEqualTo(RoaringBitmap.bitmapOf(dan));
        assertThat(after.today(kept)).isEqualTo(RoaringBitmap.bitmapOf(bob));
    }

    @Test
    void whoever_is_erased_leaves_a_number_without_a_name() {
        CustomerIndex index = people.base().index();
        int dan = index.number("dan").orElseThrow();

        assertThat(index.erase("dan", LocalDate.parse("2026-01-01"))).isTrue();
        assertThat(index.erase("dan", LocalDate.parse("2026-01-01"))).isFalse();

        assertThat(people.store().number(Sql.of("select count(*) from segment_customers where customer_id = 'dan'")))
                .isZero();
        assertThat(index.in("erased")).isEqualTo(RoaringBitmap.bitmapOf(dan));
        assertThat(index.today(RoaringBitmap.bitmapOf(dan))).isEqualTo(new RoaringBitmap());
        assertThat(index.size()).isEqualTo(3);
    }
}
