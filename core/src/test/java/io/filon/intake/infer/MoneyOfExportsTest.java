package io.filon.intake.infer;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.intake.plan.Plan;
import io.filon.intake.plan.Role;
import io.filon.store.DuckStore;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/// What exports say was sold, after discounts and without tax: their own sums prove it to the cent.
class MoneyOfExportsTest {

    @AutoClose
    private final DuckStore store = DuckStore.inMemory();

    @Test
    void a_discount_of_the_order_written_on_each_line_is_taken_off_once() {
        Plan plan = imported("""
                Nº Factura;Fecha;Cód. Cliente;Artículo;Cantidad;Precio;Importe;Descuento pedido;Total pedido
                1;13/01/2024;7;Pan;2;10,00;20,00;3,00;47,00
                1;13/01/2024;7;Ajo;1;30,00;30,00;3,00;47,00
                2;14/01/2024;8;Pan;1;10,00;10,00;1,50;18,50
                2;14/01/2024;8;Ajo;1;10,00;10,00;1,50;18,50
                3;15/01/2024;7;Pan;1;10,00;10,00;2,00;28,00
                3;15/01/2024;7;Ajo;2;10,00;20,00;2,00;28,00
                4;16/01/2024;9;Sal;1;4,00;4,00;0,00;4,00
                """);

        assertThat(net()).isEqualTo("97.50");
        assertThat(Sold.column(plan, Role.ORDER_DISCOUNT)).isEqualTo("Descuento pedido");
        assertThat(Sold.column(plan, Role.ORDER_TOTAL)).isEqualTo("Total pedido");
        assertThat(Sold.codes(plan)).doesNotContain("discount_of_order", "discount_apart");
    }

    @Test
    void whole_numbers_whose_header_says_cents_are_hundredths() {
        imported("""
                id,customer_id,price_in_cents,created_at
                5001,41,6253,2023-10-06 16:31:16
                5002,1,24548,2023-12-16 20:08:40
                5003,41,900,2023-12-17 10:08:40
                """);

        assertThat(net()).isEqualTo("317.01");
    }

    @Test
    void cents_with_decimals_are_not_divided() {
        imported("""
                id,customer_id,total_cents,created_at
                5001,41,62.53,2023-10-06 16:31:16
                5002,1,245.48,2023-12-16 20:08:40
                5003,41,9.00,2023-12-17 10:08:40
                """);

        assertThat(net()).isEqualTo("317.01");
    }

    @Test
    void subtotal_shipping_and_total_on_each_line_tell_which_column_is_the_order() {
        Plan plan = imported("""
                charge_id,customer_email,processed_at,line_item_title,line_item_quantity,line_item_price,charge_subtotal_price,charge_total_discounts,charge_total_shipping,charge_total_price
                20000000,ana@x.es,2024-01-01,Mug,1,68.11,142.01,3.00,4.95,143.96
                20000000,ana@x.es,2024-01-01,Cup,1,73.90,142.01,3.00,4.95,143.96
                20000001,luz@x.es,2024-01-04,Mug,1,27.01,125.26,2.00,4.95,128.21
                20000001,luz@x.es,2024-01-04,Cup,1,98.25,125.26,2.00,4.95,128.21
                20000002,eva@x.es,2024-01-05,Mug,1,11.00,31.00,1.00,4.95,34.95
                20000002,eva@x.es,2024-01-05,Jar,1,20.00,31.00,1.00,4.95,34.95
                20000003,ana@x.es,2024-01-07,Jar,1,20.00,20.00,0.00,4.95,24.95
                """);

        assertThat(net()).isEqualTo("312.27");
        assertThat(Sold.column(plan, Role.ORDER_ID)).isEqualTo("charge_id");
        assertThat(Sold.column(plan, Role.SHIPPING_CHARGED)).isEqualTo("charge_total_shipping");
    }

    @Test
    void a_discount_that_never_differs_within_orders_is_of_the_order_and_said() {
        Plan plan = imported("""
                Order ID,Date,Customer ID,Item,Quantity,Price,Discount
                1,2024-01-13,7,Mug,2,10.00,3.00
                1,2024-01-13,7,Cup,1,30.00,3.00
                2,2024-01-14,8,Mug,1,10.00,1.50
                2,2024-01-14,8,Cup,1,10.00,1.50
                3,2024-01-15,7,Mug,1,10.00,2.10
                3,2024-01-15,7,Cup,2,10.00,2.10
                4,2024-01-16,9,Jar,1,4.00,0.00
                """);

        assertThat(net()).isEqualTo("97.40");
        assertThat(Sold.codes(plan)).contains("discount_of_order");
    }

    @Test
    void a_price_paid_that_is_the_price_less_the_discount_is_the_amount() {
        Plan plan = imported("""
                orderNumber,createTime,customerEmail,itemName,paidPrice,unitPrice,sellerDiscountTotal
                1,2024-01-13,a@x.es,Mat,33.90,38.90,-5.00
                2,2024-01-14,b@x.es,Mat,50.31,55.31,-5.00
                3,2024-01-15,a@x.es,Mat,81.53,81.53,0.00
                4,2024-01-16,c@x.es,Rug,10.00,12.00,-2.00
                5,2024-01-17,c@x.es,Rug,9.00,12.00,-3.00
                6,2024-01-18,c@x.es,Rug,9.50,12.00,-2.50
                7,2024-01-19,d@x.es,Rug,9.75,12.00,-2.25
                """);

        assertThat(net()).isEqualTo("203.99");
        assertThat(Sold.column(plan, Role.AMOUNT)).isEqualTo("paidPrice");
        assertThat(Sold.codes(plan)).doesNotContain("discount_apart");
    }

    @Test
    void a_discount_comes_off_where_the_total_of_the_line_has_it_and_the_tax() {
        Plan plan = imported("""
                Order ID,Order Date,Customer Email,Item Name,Total Revenue,Total Discount,Tax Amount,Item Total
                1,2024-01-01,a@x.es,Latte,64.68,-6.47,4.07,62.28
                1,2024-01-01,a@x.es,Mocha,31.60,0.00,2.21,33.81
                2,2024-01-04,b@x.es,Latte,33.15,0.00,2.32,35.47
                3,2024-01-05,b@x.es,Latte,20.00,-2.00,1.26,19.26
                4,2024-01-06,c@x.es,Mocha,30.00,-3.00,1.89,28.89
                """);

        assertThat(net()).isEqualTo("167.96");
        assertThat(Sold.codes(plan)).doesNotContain("discount_apart", "tax_inside");
    }

    @Test
    void a_line_that_is_part_of_another_and_costs_nothing_is_no_line_and_brings_its_cost() {
        imported("""
                item_id,order_id,parent_item_id,created_at,customer_email,sku,name,qty_ordered,price,row_total,base_cost
                1,1,,2024-01-04,a@x.es,S-1,Shirt,1,14.26,14.26,7.13
                2,2,,2024-01-07,b@x.es,S-2,Shirt,1,20.00,20.00,
                3,2,2,2024-01-07,b@x.es,S-2-M,Shirt M,1,0.00,0.00,10.00
                4,3,,2024-01-08,a@x.es,S-2,Shirt,2,20.00,40.00,21.00
                5,3,4,2024-01-08,a@x.es,S-2-L,Shirt L,2,0.00,0.00,20.00
                6,4,,2024-01-09,c@x.es,P-1,Pack,1,30.00,30.00,
                7,4,6,2024-01-09,c@x.es,S-3,Hat,1,0.00,0.00,4.00
                8,4,6,2024-01-09,c@x.es,S-4,Scarf,1,0.00,0.00,5.50
                """);

        assertThat(net()).isEqualTo("104.26");
        assertThat(KindsOfRowsTest.rows(store, "select count(*), sum(cost), count(cost) from order_lines"))
                .containsExactly("4 47.6300 4");
        assertThat(KindsOfRowsTest.rows(store, "select rows_kept, rows_merged from sources"))
                .containsExactly("4 4");
    }

    @Test
    void lines_after_the_discount_of_their_order_are_not_discounted_again() {
        RawTables tables = new RawTables(store).with("orders.csv", """
                        order_id,created_at,customer_email,subtotal,discount_amount,tax_amount,grand_total
                        1,2024-01-04,a@x.es,100.00,10.00,18.90,108.90
                        2,2024-01-05,b@x.es,50.00,5.00,9.45,54.45
                        3,2024-01-06,a@x.es,20.00,0.00,4.20,24.20
                        4,2024-01-07,c@x.es,40.00,4.00,7.56,43.56
                        """).with("lines.csv", """
                        order_id,sku,quantity,unit_price,discount
                        1,S-1,2,40.00,8.00
                        1,S-2,1,20.00,2.00
                        2,S-3,1,50.00,5.00
                        3,S-2,1,20.00,0.00
                        4,S-1,1,40.00,4.00
                        """);

        Sold.imported(store, tables);

        assertThat(net()).isEqualTo("191.00");
    }

    @Test
    void no_more_comes_off_goods_than_there_was() {
        Plan plan = imported("""
                        order_id,created_at,customer_email,base_off,base_back,discount_amount,total_refunded,grand_total
                        1,2024-01-04,a@x.es,-10.00,90.50,-10.00,90.50,90.50
                        2,2024-01-05,b@x.es,-5.00,45.20,-5.00,45.20,45.20
                        3,2024-01-06,a@x.es,0.00,,0.00,,20.10
                        4,2024-01-07,c@x.es,-4.00,36.90,-4.00,36.90,36.90
                        """);

        assertThat(Sold.column(plan, Role.ORDER_TOTAL)).isEqualTo("grand_total");
    }

    private Plan imported(String text) {
        return Sold.imported(store, text);
    }

    private String net() {
        return Sold.net(store);
    }
}
