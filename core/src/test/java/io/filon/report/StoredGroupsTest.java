package io.filon.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.filon.report.GroupRows.Contactable;
import io.filon.report.GroupRows.Row;
import io.filon.store.DuckStore;
import io.filon.store.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StoredGroupsTest {

    private static final Language SPANISH = Language.of(Locale.forLanguageTag("es-ES"), "EUR");

    @AutoClose
    private final DuckStore store = DuckStore.inMemory();

    @BeforeEach
    void three_customers() {
        make("customers as select * from (values ('ann', 'ann@example.es'), ('bob', null)) as t(customer_id, email)");
        make("consents as select * from (values ('ann', 'email', true), ('ann', 'sms', false), "
                + "('bob', 'email', true), ('bob', 'email', false)) as t(customer_id, channel, granted)");
        make("star_customers as select 'ann' as customer_id, cast(120 as decimal(18, 4)) as net_window, "
                + "cast(3 as bigint) as orders_window");
        make("loss_makers as select * from (values ('bob', cast(-5 as decimal(18, 4)), 'shipping_cost'), "
                + "('eve', cast(-9 as decimal(18, 4)), 'return_cost')) as t(customer_id, net, main_cause)");
        make("lifecycle as select 'ann' as customer_id, 'at_risk' as stage, cast(70 as decimal(18, 4)) as "
                + "net_last_active, 90 as days_since_last_order, cast(41.5 as double) as usual_gap_days");
    }

    @Test
    void joins_email_and_consent_to_email() {
        assertThat(rows("star_customers"))
                .extracting(Row::customerId, Row::email, Row::contactable)
                .containsExactly(tuple("ann", "ann@example.es", Contactable.YES));
    }

    @Test
    void reads_one_refusal_as_a_refusal_and_silence_as_not_stated() {
        assertThat(rows("loss_makers"))
                .extracting(Row::customerId, Row::contactable)
                .containsExactly(tuple("eve", Contactable.NOT_STATED), tuple("bob", Contactable.NO));
    }

    @Test
    void says_why_each_is_in_the_group() {
        assertThat(said("star_customers")).containsExactly("3 pedidos y 120\u00a0€ en el periodo");
        assertThat(said("loss_makers"))
                .containsExactly("sobre todo por gestión de devoluciones", "sobre todo por envíos que no se cobran");
        assertThat(said("at_risk"))
                .containsExactly("en riesgo de abandono: 90 días sin comprar; suele comprar cada 42");
    }

    @Test
    void holds_every_stage_even_empty_ones() {
        List<String> groups = new StoredGroups(store).groups();

        assertThat(groups).hasSize(9).contains("dormant_high_value");
        assertThat(rows("lost")).isEmpty();
    }

    private List<String> said(String group) {
        return rows(group).stream().map(row -> SPANISH.say(row.reason())).toList();
    }

    private List<Row> rows(String group) {
        List<Row> rows = new ArrayList<>();
        new StoredGroups(store).each(group, rows::add);
        return rows;
    }

    private void make(String table) {
        store.run(Sql.of("create table " + table));
    }
}
