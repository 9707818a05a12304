package io.filon.intake.infer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.filon.intake.plan.ColumnPlan;
import io.filon.intake.plan.FilePlan;
import io.filon.intake.plan.Kind;
import io.filon.intake.plan.Link;
import io.filon.intake.plan.Plan;
import io.filon.intake.plan.Role;
import io.filon.intake.plan.ValueFormat;
import io.filon.problem.FilonException;
import io.filon.store.DuckStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class CorrectionsTest {

    private static final String SALES =
            "order,date,sent,customer,total\n1,2024-01-31,2024-02-01,a,5.00\n2,2024-02-01,2024-02-03,b,6.00";

    @AutoClose
    private final DuckStore store = DuckStore.inMemory();

    @Test
    void win_over_what_was_inferred() {
        FilePlan file = plan(SALES, "sales.csv:sent=ordered_at", "sales.csv:date=ignored");

        assertThat(file.column(Role.ORDERED_AT).orElseThrow().header()).isEqualTo("sent");
        assertThat(file.column(Role.ORDERED_AT).orElseThrow().evidence()).isEqualTo("map");
        assertThat(file.columns().get(1).role()).isEqualTo(Role.IGNORED);
    }

    @Test
    void win_over_what_a_recipe_says_of_another_column() {
        FilePlan file = plan(
                "Order Reference,Order Date,Customer,Customer/ID,Salesperson,Total\nS1,2024-01-31,a,7,x,5.00",
                "sales.csv:Salesperson=customer_id");

        assertThat(file.recipe()).isEqualTo("odoo_orders");
        assertThat(file.columns(Role.CUSTOMER_ID))
                .extracting(ColumnPlan::header)
                .containsExactly("Salesperson");
    }

    @Test
    void win_where_the_file_is_read_anew_because_of_another() {
        String headers = "order,date,client code,member code,quantity,amount\n";
        Plan plan = Understanding.plan(
                store,
                new RawTables(store)
                        .with(
                                "may.csv",
                                headers
                                        + "1,2024-05-01,a,x,1,5.00\n1,2024-05-01,a,x,2,6.00\n2,2024-05-02,b,y,1,5.00\n2,2024-05-02,b,y,2,7.00")
                        .with("june.csv", headers + "3,2024-06-01,a,x,1,5.00\n4,2024-06-02,b,y,2,6.00")
                        .all(),
                Corrections.of(List.of("june.csv:member code=customer_id")));

        assertThat(plan.files()).extracting(FilePlan::kind).containsOnly(Kind.ORDER_LINES);
        assertThat(plan.files().getLast().columns(Role.CUSTOMER_ID))
                .extracting(ColumnPlan::header)
                .containsExactly("member code");
    }

    @Test
    void keep_who_said_them_where_an_amount_is_that_of_an_order() {
        FilePlan file = Understanding.plan(
                        store,
                        new RawTables(store).with("sales.csv", SALES).all(),
                        new Corrections(List.of(new Corrections.Entry("sales.csv", "total", "amount", "sources"))))
                .files()
                .getFirst();

        assertThat(file.column(Role.ORDER_TOTAL).orElseThrow().evidence()).isEqualTo("sources");
    }

    @Test
    void reach_a_column_whose_header_has_a_colon() {
        String text = SALES.replaceFirst("date", "Hora: inicio");

        assertThat(plan(text, "sales.csv:Hora: inicio=ordered_at")
                        .column(Role.ORDERED_AT)
                        .orElseThrow()
                        .evidence())
                .isEqualTo("map");
    }

    @Test
    void can_say_what_a_whole_file_is() {
        assertThat(plan(SALES, "sales.csv=order_lines").kind()).isEqualTo(Kind.ORDER_LINES);
    }

    @Test
    void name_all_unknown_words_at_once_with_the_nearest_known() {
        assertThatThrownBy(() -> plan(
                        SALES,
                        "sales.cvs:date=ordered_at",
                        "sales.csv:dat=ordered_at",
                        "sales.csv:date=orderd_at",
                        "sales.csv=ordes"))
                .isInstanceOf(FilonException.class)
                .hasMessageContaining("Did you mean \"sales.csv\"?")
                .hasMessageContaining("Did you mean \"date\"?")
                .hasMessageContaining("Did you mean \"ordered_at\"?")
                .hasMessageContaining("Did you mean \"orders\"?");
    }

    @Test
    void suggest_only_what_is_like_the_word_and_list_only_a_few() {
        assertThatThrownBy(() -> plan(SALES, "q.csv:date=ordered_at", "sales.csv:zzzzz=amount", "sales.csv:date=zzz"))
                .hasMessageContaining("No file is called \"q.csv\". There are: sales.csv.")
                .hasMessageContaining(
                        "\"zzzzz\" is not a column of sales.csv. There are: order, date, sent, customer, total.")
                .hasMessageContaining("The roles are listed by filon schema sources.")
                .hasMessageNotContaining("Did you mean");
    }

    @Test
    void must_be_written_with_an_equals_sign() {
        assertThatThrownBy(() -> plan(SALES, "sales.csv")).hasMessageContaining("--map file.csv:column=role");
    }

    @Test
    void refuse_lines_without_a_date_and_say_how_to_name_it() {
        assertThatThrownBy(() -> plan("order,product,qty,price\n1,a,1,5.00\n1,b,2,3.00\n2,a,1,5.00"))
                .isInstanceOf(FilonException.class)
                .hasMessageContaining("No date found in sales.csv")
                .hasMessageContaining("--map");
    }

    @Test
    void refuse_amounts_that_are_all_zero() {
        assertThatThrownBy(() -> plan("order,date,customer,total\n1,2024-01-31,a,0.00\n2,2024-02-01,b,0"))
                .isInstanceOf(FilonException.class)
                .hasMessageContaining("All amounts of sales.csv, column \"total\", are zero");
    }

    private FilePlan plan(String text, String... maps) {
        return Understanding.plan(
                        store, new RawTables(store).with("sales.csv", text).all(), Corrections.of(List.of(maps)))
                .files()
                .getFirst();
    }

    @Test
    void that_repeat_a_plan_give_the_same_plan() {
        RawTables tables = new RawTables(store)
                .with("sales.csv", "order,product,time_id,customer,qty\n1,a,1,x,1\n1,b,1,x,2\n2,a,2,y,1")
                .with("list.csv", "product,unit price,unit cost,category\na,5.00,2.00,food\nb,3.00,1.00,home")
                .with("days.csv", "time_id,the_date,weekday\n1,2024-01-31,Wed\n2,2024-02-01,Thu");
        Plan first = Understanding.plan(store, tables.all(), Corrections.NONE);

        Plan second = Understanding.plan(store, tables.all(), pinned(first));

        assertThat(roles(second)).isEqualTo(roles(first));
        assertThat(second.links()).hasSameSizeAs(first.links());
        assertThat(second.links().stream().map(CorrectionsTest::borrowed).toList())
                .isEqualTo(first.links().stream().map(CorrectionsTest::borrowed).toList())
                .contains(
                        "the_date=ORDERED_AT %Y-%m-%d",
                        "category=CATEGORY, unit price=UNIT_PRICE, unit cost=UNIT_COST");
        assertThat(second.doubts()).isEqualTo(first.doubts());
    }

    private static Corrections pinned(Plan plan) {
        List<Corrections.Entry> entries = new ArrayList<>();
        for (FilePlan file : plan.files()) {
            entries.add(new Corrections.Entry(
                    file.raw().file(), "", file.kind().name().toLowerCase(Locale.ROOT), "sources"));
            file.columns()
                    .forEach(column -> entries.add(new Corrections.Entry(
                            file.raw().file(), column.header(), column.role().word(), "sources")));
        }
        return new Corrections(entries);
    }

    private static List<String> roles(Plan plan) {
        return plan.files().stream()
                .flatMap(file -> file.columns().stream()
                        .map(column ->
                                file.kind() + " " + column.header() + "=" + column.role() + " " + column.format()))
                .toList();
    }

    private static String borrowed(Link link) {
        return link.borrowed().stream()
                .map(column -> column.header() + "=" + column.role()
                        + (column.format() instanceof ValueFormat.Moment moment
                                ? " " + moment.patterns().getFirst()
                                : ""))
                .collect(Collectors.joining(", "));
    }
}
