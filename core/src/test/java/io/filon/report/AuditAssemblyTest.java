package io.filon.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.discovery.apart.SettingApart;
import io.filon.store.DuckStore;
import io.filon.store.Sql;
import io.filon.text.Formats;
import io.filon.text.Messages;
import io.filon.text.Phrase;
import io.filon.value.Tables;
import io.filon.value.Tables.Line;
import io.filon.value.Valuation;
import io.filon.value.accounts.BusinessAccounts;
import io.filon.workspace.Settings;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class AuditAssemblyTest {

    private static final Messages SPANISH = Messages.of(Locale.forLanguageTag("es-ES"));
    private static final Messages ENGLISH = Messages.of(Locale.ENGLISH);
    private static final Formats EUROS = new Formats(Locale.forLanguageTag("es-ES"), "EUR");

    @AutoClose
    private final DuckStore store = Tables.empty("2025-12-31");

    @Test
    void holds_for_empty_files() {
        Audit audit = audit();

        assertThat(audit.base().customers()).isZero();
        assertThat(audit.findings()).isEmpty();
        assertThat(audit.whaleCurve().peakNetShare()).isNull();
        assertThat(audit.whaleCurve().why()).isNotNull();
        assertThat(audit.stars().why()).isNotNull();
        assertThat(audit.lifecycle()).extracting(Audit.Stage::stage).containsExactlyElementsOf(Valuation.STAGES);
    }

    @Test
    void shows_where_the_profit_of_a_shop_hides() {
        List<Line> lines = new ArrayList<>();
        for (int customer = 0; customer < 100; customer++) {
            // ten buy a lot, eighty a little, ten below cost
            String amount = customer < 10 ? "500" : "20";
            String cost = customer < 10 ? "200" : customer < 90 ? "15" : "70";
            for (int order = 0; order < 8; order++) {
                lines.add(new Line(
                        customer + "-" + order,
                        "c" + customer,
                        "202%d-%02d-%02d".formatted(4 + order / 4, 2 + (order % 4) * 3, 1 + customer % 28),
                        amount,
                        cost));
            }
        }
        Tables.lines(store, lines);

        Audit audit = audit();

        assertThat(audit.base().revenue()).isEqualByComparingTo("54400");
        assertThat(audit.base().margin()).isEqualByComparingTo("23200");
        assertThat(audit.whaleCurve().lossMakingBuyers()).isEqualTo(10);
        assertThat(audit.whaleCurve().destroyedByTail()).isEqualByComparingTo("4000");
        assertThat(audit.whaleCurve().peakBuyerShare()).isEqualTo(0.9);
        assertThat(audit.whaleCurve().peakNetShare()).isEqualTo(27200 / 23200.0);
        assertThat(audit.stars().customers()).isEqualTo(10);
        assertThat(audit.findings())
                .extracting(finding -> said(finding.sentence(), SPANISH))
                .containsExactly(
                        "El 10 % de sus clientes de todo el periodo (10) deja 12.000 € desde el 1 de enero de 2025, el 103 % del beneficio: los demás, juntos, restan.",
                        "Hay 10 clientes que le cuestan dinero: 4.000 € en toda su historia, sobre todo por productos con poco margen.");
        assertThat(audit.findings())
                .extracting(finding -> said(finding.certainty(), SPANISH))
                .containsOnly("medido: lo dicen sus archivos, sin supuestos");
    }

    @Test
    void says_why_a_flat_margin_hides_loss_makers() {
        Tables.order(store, "o1", "ann", "2025-01-10", "100");
        Tables.order(store, "o2", "bob", "2025-03-10", "50");

        Audit audit = audit();

        assertThat(audit.base().margin()).isNull();
        assertThat(audit.base().net()).isEqualByComparingTo("60");
        assertThat(audit.whaleCurve().peakNetShare()).isNull();
        assertThat(audit.whaleCurve().why()).isEqualTo(Phrase.of("whale.why.flat_margin"));
        assertThat(audit.findings().getFirst().code()).isEqualTo("small_base");
    }

    @Test
    void says_which_file_is_missing_when_there_are_only_events() {
        store.run(Sql.of("insert into events (event_id, customer_id, name) select 'e' || i, 'c' || i % 97, 'play' "
                + "from range(8056) as numbers(i)"));

        Audit audit = audit();

        assertThat(audit.base().events()).isEqualTo(8056);
        assertThat(audit.findings()).hasSize(1);
        assertThat(said(audit.findings().getFirst().sentence(), SPANISH))
                .isEqualTo("Hay 8.056 visitas y acciones de 97 personas, pero ningún archivo dice qué compraron.");
    }

    @Test
    void counts_won_deals_as_purchases_when_there_are_no_orders() {
        store.run(Sql.of("insert into deals (deal_id, customer_id, state, amount, closed_on) "
                + "select 'd' || i, 'acme' || i % 60, case when i % 3 = 0 then 'lost' else 'won' end, 100, "
                + "date '2025-01-01' + cast(i as integer) from range(300) as numbers(i)"));

        Audit audit = audit();

        assertThat(audit.base().orders()).isZero();
        assertThat(audit.base().dealsWon()).isEqualTo(200);
        assertThat(audit.base().wonValue()).isEqualByComparingTo("20000");
        assertThat(audit.base().revenue()).isEqualByComparingTo("20000");
        assertThat(audit.base().buyers()).isEqualTo(40);
    }

    @Test
    void names_deals_whose_amount_nobody_wrote() {
        store.run(Sql.of("insert into leads (lead_id, channel) select 'l' || i, "
                + "case when i < 500 then 'search' else 'social' end from range(1000) as numbers(i)"));
        store.run(Sql.of("insert into deals (deal_id, lead_id, state) select 'd' || i, 'l' || i, 'won' "
                + "from range(100) as numbers(i)"));

        Audit audit = audit();

        assertThat(audit.base().buyers()).isZero();
        assertThat(audit.base().revenue()).isEqualByComparingTo(BigDecimal.ZERO);
        assertThat(audit.findings())
                .extracting(Audit.Finding::code)
                .containsExactly("deals_without_amount", "lead_channels", "leads_without_purchases");
        assertThat(said(audit.findings().get(1).sentence(), ENGLISH))
                .isEqualTo("Of the leads from \"search\", 20 % buy (500 leads); from \"social\", 0 % (500).");
    }

    private static String said(Phrase phrase, Messages language) {
        return phrase.in(language, EUROS).replace('\u00a0', ' ');
    }

    private Audit audit() {
        new Valuation(Settings.defaults()).run(store);
        new BusinessAccounts().run(store);
        new SettingApart(Settings.defaults()).run(store);
        return new AuditAssembly(store, Settings.defaults(), List.of(), SPANISH, EUROS).assemble();
    }
}
