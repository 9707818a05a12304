package io.filon.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.store.DuckStore;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StudiedTest {

    private static final long CUSTOMERS = 3_000;

    @AutoClose
    private final DuckStore store = DuckStore.inMemory();

    /// Two events of each customer, one of them in a session that only this one says whose it is.
    @BeforeEach
    void base() {
        store.run(Sql.of("create table customers as select 'c' || unnest(range(%d)) as customer_id, false as is_staff"
                .formatted(CUSTOMERS)));
        store.run(Sql.of("create table units (customer_id varchar, unit_id varchar)"));
        store.run(Sql.of(
                "create table order_lines as select customer_id, 'o' || customer_id as order_id from customers"));
        store.run(
                Sql.of(
                        "create table visits (customer_id varchar, anonymous_id varchar, session_id varchar, source_id varchar, row_no bigint)"));
        store.run(Sql.of("""
                create table events as
                select 'a' || customer_id as event_id, customer_id, cast(null as varchar) as anonymous_id,
                    's' || customer_id as session_id from customers
                union all
                select 'b' || customer_id, null, null, 's' || customer_id from customers
                union all
                select 'x' || i || j, null, 'anon' || i, null from range(300) as t(i), range(2) as u(j)
                """));
    }

    @Test
    void everybody_is_studied_where_they_are_not_many() {
        assertThat(Studied.of(store, CUSTOMERS)).isEqualTo(Studied.ALL);
        assertThat(Studied.of(store, CUSTOMERS - 500)).isEqualTo(Studied.ALL);
    }

    @Test
    void of_very_many_a_part_is_studied_with_all_that_is_theirs() {
        Studied studied = Studied.of(store, 600);
        AtomicLong first = new AtomicLong();

        studied.visits(store, over -> {
            long people = over.number(Sql.of("select count(*) from customers"));
            first.set(people);
            assertThat(people).isBetween(500L, 700L);
            assertThat(over.number(Sql.of("select customers from studied"))).isEqualTo(people);
            assertThat(over.number(Sql.of("select everybody from studied"))).isEqualTo(CUSTOMERS);
            assertThat(over.number(Sql.of("select count(*) from order_lines semi join customers using (customer_id)")))
                    .isEqualTo(people);
            // both events of each session, also the one that does not say who
            assertThat(
                            over.number(
                                    Sql.of(
                                            "select count(*) from (select session_id from events where session_id is not null group by 1 having count(*) = 2)")))
                    .isEqualTo(people);
            assertThat(
                            over.number(
                                    Sql.of(
                                            "select count(*) from events where anonymous_id is not null and anonymous_id not in "
                                                    + "(select anonymous_id from events where anonymous_id is not null group by 1 having count(*) = 2)")))
                    .isZero();
            assertThat(over.number(Sql.of("select count(distinct anonymous_id) from events")))
                    .isBetween(30L, 90L);
        });
        studied.visits(
                store,
                over -> assertThat(over.number(Sql.of("select count(*) from customers")))
                        .isEqualTo(first.get()));

        assertThat(store.number(Sql.of("select count(*) from customers"))).isEqualTo(CUSTOMERS);
        assertThat(store.number(Sql.of("select count(*) from events"))).isEqualTo(2 * CUSTOMERS + 600);
    }

    @Test
    void people_of_one_account_are_studied_together_or_not_at_all() {
        store.run(
                Sql.of(
                        "insert into units select customer_id, 'account ' || (cast(substr(customer_id, 2) as integer) // 3) from customers"));

        Studied.of(store, 600)
                .visits(
                        store,
                        (Store over) -> assertThat(
                                        over.number(
                                                Sql.of(
                                                        "select count(*) from (select unit_id from customers join units using (customer_id) group by 1 having count(*) < 3)")))
                                .isZero());
    }
}
