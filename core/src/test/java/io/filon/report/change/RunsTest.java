package io.filon.report.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.filon.discovery.apart.SettingApart;
import io.filon.problem.FilonException;
import io.filon.report.Audit;
import io.filon.report.AuditAssembly;
import io.filon.report.ChangedGroups;
import io.filon.report.JsonReport;
import io.filon.report.Language;
import io.filon.report.change.Change.GroupChange;
import io.filon.store.DuckStore;
import io.filon.store.Sql;
import io.filon.text.Formats;
import io.filon.text.Messages;
import io.filon.value.Tables;
import io.filon.value.Valuation;
import io.filon.value.accounts.BusinessAccounts;
import io.filon.workspace.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsTest {

    private static final Messages SPANISH = Messages.of(Locale.forLanguageTag("es-ES"));
    private static final Formats EUROS = new Formats(Locale.forLanguageTag("es-ES"), "EUR");

    @AutoClose
    private final DuckStore store = Tables.empty("2024-12-31");

    @TempDir
    Path folder;

    /// Sixty buy a lot of one thing each month; ten sell below cost.
    @BeforeEach
    void fill() {
        String months = " from range(60) as customers(c), range(24) as months(m)";
        store.run(Sql.of("insert into orders (order_id, customer_id, ordered_on, counts, discount, tax, tax_stated, "
                + "shipping_charged) select c || '-' || m, 'c' || c, make_date(2023 + m // 12, 1 + m % 12, 15), true, "
                + "0, 0, false, 0" + months));
        store.run(Sql.of("insert into order_lines (order_id, line_no, customer_id, ordered_on, quantity, list_amount, "
                + "discount, amount, cost, is_return) select c || '-' || m, 1, 'c' || c, "
                + "make_date(2023 + m // 12, 1 + m % 12, 15), 1, 100 + c, 0, 100 + c, "
                + "case when c < 10 then 200 else 50 end, false" + months));
    }

    @Test
    void says_who_entered_and_left_each_group() {
        Audit before = audit();
        new Runs(store).keep(before);
        assertThat(before.stars().customers()).isEqualTo(6);
        // one loses; a better one comes back from below cost
        store.run(Sql.of("update order_lines set cost = 400 where customer_id = 'c59'"));
        store.run(Sql.of("update order_lines set cost = 0 where customer_id = 'c9'"));
        day("2025-01-31");

        Change change = new Runs(store).change(audit(), new Since.Last());

        assertThat(change.since()).isEqualTo(LocalDate.of(2024, 12, 31));
        assertThat(change.why()).isNull();
        GroupChange stars = group(change, "star_customers");
        assertThat(List.of(stars.before(), stars.now())).containsExactly(6L, 6L);
        assertThat(stars.entered()).isEqualTo(1);
        assertThat(stars.left()).isEqualTo(1);
        GroupChange losses = group(change, "loss_makers");
        assertThat(losses.before() + losses.entered() - losses.left()).isEqualTo(losses.now());
        assertThat(change.count("held")).isEqualTo(2);
        assertThat(new ChangedGroups(store).groups())
                .contains("star_customers_entered", "star_customers_left", "loss_makers_left");
        List<String> entered = new ArrayList<>();
        new ChangedGroups(store).each("star_customers_entered", row -> entered.add(row.customerId()));
        assertThat(entered).containsExactly("c9");
    }

    @Test
    void a_finding_dies_when_it_is_no_longer_so() {
        new Runs(store).keep(audit());
        store.run(Sql.of("update order_lines set cost = 50"));
        day("2025-01-31");

        Change change = new Runs(store).change(audit(), new Since.Day(LocalDate.of(2025, 1, 1)));

        assertThat(change.findings())
                .extracting(Change.FindingChange::code, Change.FindingChange::verdict)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("loss_makers", "died"),
                        org.assertj.core.groups.Tuple.tuple("stars_carry_profit", "held"));
        assertThat(group(change, "loss_makers").now()).isZero();
    }

    @Test
    void of_a_json_alone_it_says_what_cannot_be_compared() throws IOException {
        Audit before = audit();
        Path json = folder.resolve("antes.json");
        Files.writeString(json, new JsonReport(new Language(SPANISH, EUROS)).write(before));
        day("2025-01-31");

        Change change = new Runs(store).change(audit(), Since.parse(json.toString()));

        assertThat(change.origin()).isEqualTo("json");
        assertThat(change.why()).isNotNull();
        assertThat(group(change, "star_customers").entered()).isNull();
        assertThat(group(change, "star_customers").before()).isEqualTo(6);
        assertThat(change.netBefore()).isEqualByComparingTo(before.base().net());
        assertThat(change.count("held")).isEqualTo(2);
    }

    @Test
    void one_run_a_day_is_kept() {
        Audit audit = audit();
        new Runs(store).keep(audit);
        new Runs(store).keep(audit);

        assertThat(store.number(Sql.of("select count(*) from run_history"))).isEqualTo(1);
        assertThat(store.number(Sql.of("select count(*) from run_members where group_name = 'star_customers'")))
                .isEqualTo(6);
        assertThat(store.tables()).doesNotContain("current_members", "since_members", "changed_members");
    }

    @Test
    void refuses_what_it_cannot_compare_with() throws IOException {
        Runs runs = new Runs(store);
        Path other = Files.writeString(folder.resolve("other.json"), "{\"a\": 1}");

        assertThatThrownBy(() -> runs.check(new Since.Last())).hasMessageContaining("no earlier audit");
        assertThatThrownBy(() -> runs.check(new Since.Report(other))).hasMessageContaining("other.json");
        assertThatThrownBy(() -> Since.parse("yesterday")).isInstanceOf(FilonException.class);
        Audit audit = audit();
        runs.keep(audit);
        assertThatThrownBy(() -> runs.change(audit, new Since.Last())).hasMessageContaining("2024-12-31");
        Path later = folder.resolve("later.json");
        Files.writeString(later, new JsonReport(new Language(SPANISH, EUROS)).write(audit));
        day("2024-06-30");
        Audit earlier = audit();
        assertThatThrownBy(() -> runs.change(earlier, new Since.Report(later))).hasMessageContaining("later");
    }

    @Test
    void looks_again_after_one_and_a_half_usual_gaps() {
        Review review = audit().review();

        assertThat(review).isNotNull();
        assertThat(review.on()).isEqualTo(LocalDate.of(2024, 12, 31).plusDays(47));
    }

    private static GroupChange group(Change change, String name) {
        return change.groups().stream()
                .filter(group -> group.group().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void day(String asOf) {
        store.run(Sql.of("update run set as_of = cast(? as date)", asOf));
    }

    private Audit audit() {
        new Valuation(Settings.defaults()).run(store);
        new BusinessAccounts().run(store);
        new SettingApart(Settings.defaults()).run(store);
        return new AuditAssembly(store, Settings.defaults(), List.of(), SPANISH, EUROS).assemble();
    }
}
