package io.filon.intake.infer;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.intake.plan.Doubt;
import io.filon.intake.plan.Plan;
import io.filon.intake.plan.Role;
import io.filon.intake.plan.ValueFormat;
import io.filon.intake.plan.ValueFormat.Epoch;
import io.filon.intake.plan.ValueFormat.Moment;
import io.filon.intake.plan.ValueFormat.Numeric;
import io.filon.intake.plan.ValueFormat.SpreadsheetDay;
import io.filon.store.DuckStore;
import io.filon.store.Sql;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How values are read, decided a column at a time with the evidence of the whole file.
class FormatsTest {

    @AutoClose
    private final DuckStore store = DuckStore.inMemory();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2024-03-01 | %Y-%m-%d",
                "2024-03-01T10:05:00Z | %Y-%m-%dT%H:%M:%SZ",
                "2024-03-01T10:05:00.123+02:00 | %Y-%m-%dT%H:%M:%S.%f%z",
                "2024-03-01 10:05:00 +0100 | %Y-%m-%d %H:%M:%S %z",
                "1996-01-03 00:00:00.0 | %Y-%m-%d %H:%M:%S.%f",
                "31/12/2024 | %d/%m/%Y",
                "12/31/24 3:05 PM | %m/%d/%y %I:%M %p",
                "31.12.2024 23:59 | %d.%m.%Y %H:%M",
                "12 ene. 2024 | %d %b %Y",
                "3 de septiembre de 2024 | %d de %b de %Y",
                "Mar 3, 2024 | %b %d, %Y",
                "20240131 | %Y%m%d",
            })
    void reads_a_date_as_it_is_written_and_the_engine_agrees(String written, String pattern) {
        Moment moment = (Moment) dateFormat(written);

        assertThat(moment.patterns()).containsExactly(pattern);
        boolean named = pattern.contains("%b") || pattern.contains("%p");
        assertThat(store.text(Sql.of(
                        "select try_strptime(%s, ?)".formatted(named ? "english_dates(?)" : "?"), written, pattern)))
                .isPresent();
    }

    // a comma inside the date would be a delimiter, so the rows are given as cells
    private ValueFormat dateFormat(String written) {
        RawTables tables = new RawTables(store)
                .with(
                        "a.csv",
                        ";",
                        List.of("order", "date", "customer", "total"),
                        List.of(List.of("1", written, "a", "5.00"), List.of("2", written, "b", "6.00")),
                        true);
        return format(Understanding.plan(store, tables.all(), Corrections.NONE), Role.ORDERED_AT);
    }

    @Test
    void lets_another_column_say_which_number_is_the_day() {
        Plan plan = plan("""
                order,order date,ship date,customer,total
                1,03/04/2024,03/15/2024,a,5.00
                2,05/06/2024,05/07/2024,b,6.00
                """);

        assertThat(format(plan, Role.ORDERED_AT)).isEqualTo(new Moment(List.of("%m/%d/%Y"), false, false));
        assertThat(codes(plan)).doesNotContain("ambiguous_dates");
    }

    @Test
    void lets_a_later_column_say_it_though_one_row_of_it_holds_words() {
        String rows = IntStream.range(1, 8)
                .mapToObj("%1$d,0%1$d/0%1$d/2024,0%1$d/1%1$d/2024,a,5.00\n"::formatted)
                .collect(Collectors.joining());
        Plan plan = plan("order,order date,ship date,customer,total\n%s8,08/08/2024,soon,b,6.00".formatted(rows));

        assertThat(format(plan, Role.SHIPPED_AT)).isEqualTo(new Moment(List.of("%m/%d/%Y"), false, false));
        assertThat(format(plan, Role.ORDERED_AT)).isEqualTo(new Moment(List.of("%m/%d/%Y"), false, false));
    }

    @Test
    void says_so_when_nothing_tells_day_from_month() {
        Plan plan = plan("order,date,customer,total\n1,03/04/2024,a,5.00\n2,05/06/2024,b,6.00");

        assertThat(plan.doubts())
                .filteredOn(doubt -> doubt.code().equals("ambiguous_dates"))
                .extracting(Doubt::severity)
                .containsExactly(1);
    }

    @Test
    void reads_two_shapes_in_one_column_in_one_order() {
        Plan plan = plan("order,date,customer,total\n1,9/27/2024,a,5.00\n2,07-03-2024,b,6.00\n3,1/2/2024,c,1.50");

        assertThat(format(plan, Role.ORDERED_AT)).isEqualTo(new Moment(List.of("%m-%d-%Y", "%m/%d/%Y"), false, false));
    }

    @ParameterizedTest
    @CsvSource({"1541105830796, 1000", "1541105830, 1", "1541105830796000, 1000000", "1541105830796.0, 1000"})
    void reads_counts_since_1970_by_their_size(String written, long perSecond) {
        Plan plan = plan("order,date,customer,total\n1,%1$s,a,5.00\n2,%1$s,b,6.00".formatted(written));

        assertThat(format(plan, Role.ORDERED_AT)).isEqualTo(new Epoch(perSecond));
    }

    @Test
    void reads_the_days_of_a_spreadsheet() {
        Plan plan = plan("order,date,customer,total\n1,45292,a,5.00\n2,45301,b,6.00");

        assertThat(format(plan, Role.ORDERED_AT)).isEqualTo(new SpreadsheetDay());
    }

    @Test
    void takes_thousands_for_thousands_when_the_file_writes_decimal_commas() {
        Plan plan = plan("pedido;fecha;cliente;total;coste\n1;31/01/2024;a;1.500;12,50\n2;01/02/2024;b;2.300;7,25");

        assertThat(format(plan, Role.ORDER_TOTAL)).isEqualTo(new Numeric(',', false, ""));
        assertThat(codes(plan)).doesNotContain("ambiguous_decimals");
    }

    @Test
    void takes_groups_of_three_for_thousands_beside_plain_numbers_below() {
        Plan plan = plan("order;date;customer;total\n1;31/01/2024;a;1,500\n2;01/02/2024;b;550\n3;01/02/2024;b;2,300");

        assertThat(format(plan, Role.ORDER_TOTAL)).isEqualTo(new Numeric('.', false, ""));
    }

    @Test
    void takes_three_digits_for_decimals_beside_plain_numbers_above() {
        Plan plan = plan("order;date;customer;total\n1;31/01/2024;a;1,555\n2;01/02/2024;b;1550\n3;01/02/2024;b;2,325");

        assertThat(format(plan, Role.ORDER_TOTAL)).isEqualTo(new Numeric(',', false, ""));
    }

    @Test
    void doubts_a_sign_that_may_be_either() {
        Plan plan = plan("order|date|customer|total\n1|2024-01-31|a|1,500\n2|2024-02-01|b|2,300");

        assertThat(codes(plan)).contains("ambiguous_decimals");
    }

    @Test
    void reads_money_with_signs_and_names_its_currency() {
        Plan plan = plan("pedido;fecha;cliente;total\n1;31/01/2024;a;1.234,56 €\n2;01/02/2024;b;(7,25 €)");

        assertThat(format(plan, Role.ORDER_TOTAL)).isEqualTo(new Numeric(',', false, "EUR"));
        assertThat(plan.currencyStated()).isTrue();
    }

    @Test
    void tells_a_share_from_money_taken_off() {
        Plan share = plan("order,product,date,qty,price,discount\n1,a,2024-01-31,1,5.00,0.2\n1,b,2024-01-31,2,3.00,0");
        Plan percent =
                plan("order,product,date,qty,price,discount\n1,a,2024-01-31,1,5.00,20%\n1,b,2024-01-31,2,3.00,5%");
        Plan money =
                plan("order,product,date,qty,price,discount\n1,a,2024-01-31,1,5.00,1.25\n1,b,2024-01-31,2,3.00,0.50");

        assertThat(format(share, Role.DISCOUNT_RATE)).isEqualTo(new Numeric('.', false, ""));
        assertThat(format(percent, Role.DISCOUNT_RATE)).isEqualTo(new Numeric('.', true, ""));
        assertThat(format(money, Role.DISCOUNT)).isEqualTo(new Numeric('.', false, ""));
    }

    private int made;

    private Plan plan(String text) {
        try (DuckStore apart = DuckStore.inMemory()) {
            made++;
            return Understanding.plan(
                    apart,
                    new RawTables(apart).with("a%d.csv".formatted(made), text).all(),
                    Corrections.NONE);
        }
    }

    private static ValueFormat format(Plan plan, Role role) {
        return plan.files().getFirst().column(role).orElseThrow().format();
    }

    private static List<String> codes(Plan plan) {
        return plan.doubts().stream().map(Doubt::code).toList();
    }
}
