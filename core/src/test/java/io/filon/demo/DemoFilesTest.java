package io.filon.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.filon.report.Language;
import io.filon.report.html.Evidence;
import io.filon.segment.Base;
import io.filon.segment.Library;
import io.filon.segment.Members;
import io.filon.segment.Segment;
import io.filon.segment.explain.CustomerExplainer;
import io.filon.store.Sql;
import io.filon.text.Formats;
import io.filon.text.Messages;
import io.filon.workspace.Settings;
import io.filon.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// What the demo's files become in the store: forms, permissions, what the report shows behind its figures, and why a
/// customer is in a segment.
@TestInstance(Lifecycle.PER_CLASS)
class DemoFilesTest {

    @SuppressWarnings("NullAway.Init") // set before all tests
    private DemoAudit demo;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private Path company;

    private record Somebody(String customerId) {}

    @BeforeAll
    void audit(@TempDir Path folder) throws IOException {
        company = folder.resolve("company");
        demo = DemoAudit.of(folder, 4, 300);
    }

    @AfterAll
    void close() {
        demo.close();
    }

    @Test
    void everybody_answered_the_sign_up_form_before_the_first_order() {
        assertThat(number("select count(*) from traits where name = 'Zona' and observed_at is not null"))
                .isEqualTo(300);
        assertThat(
                        number(
                                "select count(*) from traits join buyers on buyers.customer_id = traits.customer_id "
                                        + "where traits.name = 'Tipo de cliente' and cast(traits.observed_at as date) > buyers.first_order_on"))
                .isZero();
    }

    @Test
    void a_survey_knows_who_answered() {
        assertThat(number("select count(*) from answers where customer_id is null or question ilike '%cliente'"
                        + " and question <> 'Tipo de cliente'"))
                .isZero();
        assertThat(number("select count(*) from answers where question like '¿Nos recomendaría%'"))
                .isPositive();
    }

    @Test
    void a_customer_file_that_says_who_accepts_mail_gives_permissions() {
        assertThat(number("select count(*) from consents where channel = 'email'"))
                .isEqualTo(300);
        assertThat(number("select count(*) from consents where granted")).isBetween(200L, 280L);
    }

    @Test
    void a_figure_opens_into_its_select_and_first_rows_without_personal_data() {
        Evidence evidence = Evidence.of(demo.store(), Language.of(DemoAudit.SPANISH, "EUR"));

        Evidence.Table stars =
                evidence.bySection().getOrDefault("stars", List.of()).getFirst();
        assertThat(stars.sql()).startsWith("-- One row per star customer").contains("select");
        assertThat(stars.columns()).contains("customer_id");
        assertThat(stars.rows()).isNotEmpty().hasSizeLessThanOrEqualTo(5);
        assertThat(evidence.toString()).doesNotContain("@example");
    }

    @Test
    void the_answer_sheet_knows_what_each_row_of_the_priority_matrix_gains() {
        assertThat(demo.truth().path("messages").valueStream())
                .extracting(
                        message -> message.path("segment").asString(),
                        message -> message.path("expected_gain").asDouble() > 0)
                .contains(tuple("active_vip", false), tuple("at_risk", true));
    }

    @Test
    void what_is_explained_of_a_customer_is_what_the_store_says() {
        Base base = Base.of(demo.store());
        Library library = base.library(Workspace.at(company), Settings.defaults());
        List<String> customers = demo
                .store()
                .query(
                        Sql.of("select customer_id from customer_facts order by hash(customer_id) limit 2"),
                        Somebody.class)
                .stream()
                .map(Somebody::customerId)
                .toList();
        CustomerExplainer explainer =
                new CustomerExplainer(base, Messages.of(Locale.US), new Formats(Locale.US, "EUR"));

        List<Members> members = library.templates().stream().map(base::members).toList();
        for (String customer : customers) {
            int number = base.index().number(customer).orElseThrow();
            for (int i = 0; i < members.size(); i++) {
                Segment template = library.templates().get(i);
                assertThat(explainer.explain(template, customer).belongs())
                        .as("%s of %s", template.key(), customer)
                        .isEqualTo(members.get(i).contains(number));
            }
        }
    }

    private long number(String select) {
        return demo.store().number(Sql.of(select));
    }
}
