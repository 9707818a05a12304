package io.filon.intake.infer;

import static io.filon.intake.infer.Imported.understood;
import static org.assertj.core.api.Assertions.assertThat;

import io.filon.intake.plan.Plan;
import io.filon.store.DuckStore;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/// One export in several files: by number of rows, by month, by stage.
class PartsOfExportsTest {

    private static final String HEADER = "order,date,customer,sku,quantity,amount\n";
    private static final String SALES =
            "select order_id, count(*), sum(amount) from order_lines group by all order by order_id";

    @AutoClose
    private final DuckStore store = DuckStore.inMemory();

    private final Imported imported = new Imported(store);

    @Test
    void an_order_cut_in_two_by_the_end_of_a_file_keeps_its_lines() {
        imported.with("part1.csv", HEADER + """
                        1,2024-01-02,a,X,1,10.50
                        2,2024-01-13,b,X,1,10.50
                        """).with("part2.csv", HEADER + """
                        2,2024-01-13,b,Y,2,20.25
                        3,2024-01-14,a,X,1,10.50
                        """);

        imported.run();

        assertThat(imported.rows(SALES)).containsExactly("1 1 10.5000", "2 2 30.7500", "3 1 10.5000");
        assertThat(imported.rows("select count(distinct line_no) from order_lines where order_id = '2'"))
                .containsExactly("2");
        assertThat(imported.rows("select order_id, customer_id from orders order by order_id"))
                .containsExactly("1 a", "2 b", "3 a");
    }

    @Test
    void orders_of_two_months_that_overlap_are_the_later_files() {
        imported.with("january.csv", HEADER + """
                        1,2024-01-02,a,X,1,10.50
                        2,2024-01-31,b,X,1,10.50
                        2,2024-01-31,b,Y,1,10.12
                        3,2024-01-31,c,Z,1,9.12
                        """).with("february.csv", HEADER + """
                        2,2024-01-31,b,X,1,10.50
                        2,2024-01-31,b,Y,1,10.12
                        3,2024-01-31,c,Z,2,18.24
                        4,2024-02-02,a,X,1,10.50
                        """);

        imported.run();

        assertThat(imported.rows(SALES)).containsExactly("1 1 10.5000", "2 2 20.6200", "3 1 18.2400", "4 1 10.5000");
        assertThat(imported.rows("select rows_merged from sources order by position"))
                .containsExactly("3", "0");
    }

    @Test
    void lines_that_tell_other_things_of_the_same_orders_are_not_added() {
        imported.with("items.csv", HEADER + """
                        1,2024-01-02,a,X,1,10.50
                        2,2024-01-13,b,X,1,10.50
                        2,2024-01-13,b,Y,2,20.25
                        """).with("amounts.csv", """
                        order,date,customer,item,amount
                        1,2024-01-02,a,Bags,10.50
                        2,2024-01-13,b,Shoes and bags,30.75
                        """);

        imported.run();

        assertThat(imported.rows("select sum(amount) from order_lines")).containsExactly("41.2500");
    }

    @Test
    void a_part_in_which_nothing_has_a_value_yet_goes_with_the_rest() {
        imported.with("won.csv", """
                        opportunity_id,account,stage,created,closed,value
                        1,Acme,Won,2024-01-02,2024-02-02,100.50
                        2,Beta,Lost,2024-01-03,2024-02-03,0
                        """).with("open.csv", """
                        opportunity_id,account,stage,created,closed,value
                        3,Acme,Prospecting,,,
                        4,Gamma,Prospecting,,,
                        """);

        imported.run();

        assertThat(imported.rows("select state, count(*), sum(amount) from deals group by all order by state"))
                .containsExactly("lost 1 0.0000", "open 2", "won 1 100.5000");
    }

    @Test
    void short_words_at_the_end_of_others_are_read() {
        Plan plan = imported.with("sales.csv", """
                        custno,orderno,orderdt,total
                        100,1,2024-01-02,10.50
                        100,2,2024-01-13,11.50
                        200,3,2024-01-14,12.75
                        """).plan();

        assertThat(understood(plan, 0))
                .isEqualTo("orders: custno=customer_id, orderno=order_id, orderdt=ordered_at, total=order_total");
    }
}
