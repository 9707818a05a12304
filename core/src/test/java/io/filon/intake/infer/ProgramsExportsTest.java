package io.filon.intake.infer;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.intake.plan.Doubt;
import io.filon.intake.plan.FilePlan;
import io.filon.intake.plan.Plan;
import io.filon.intake.plan.Role;
import io.filon.store.DuckStore;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/// Headers as programs that have no recipe write them; a column of the kind it looks like but is not stands beside it.
class ProgramsExportsTest {

    @AutoClose
    private final DuckStore store = DuckStore.inMemory();

    @Test
    void an_invoice_is_of_the_day_it_was_issued_and_not_of_that_it_was_paid() {
        assertThat(understood("""
                        Número de factura;Fecha de emisión;Fecha de vencimiento;Nombre;NIF;Base imponible;Tipo IVA;IVA;Total;Estado;Fecha de cobro
                        F1;01/02/2024;01/03/2024;Uno SL;B10000001;100,00;21%;21,00;121,00;Cobrada;20/02/2024
                        F2;03/02/2024;03/03/2024;Dos SL;B10000002;50,00;21%;10,50;60,50;Cobrada;25/02/2024
                        F3;17/02/2024;17/03/2024;Uno SL;B10000001;10,00;21%;2,10;12,10;Pendiente;
                        """))
                .isEqualTo("orders: Número de factura=order_id, Fecha de emisión=ordered_at, Nombre=name, "
                        + "NIF=customer_id, Base imponible=order_subtotal, IVA=order_tax, "
                        + "Total=order_total, Estado=status, Fecha de cobro=paid_at");
    }

    @Test
    void a_line_belongs_to_the_order_whose_number_repeats() {
        assertThat(understood("""
                        Sale Date,Item Name,Buyer,Quantity,Price,Item Total,Transaction ID,Order ID,SKU
                        02/13/24,Mug,ana,1,10.00,10.00,901,51,K1
                        02/13/24,Cup,ana,2,4.00,8.00,902,51,K2
                        02/14/24,Mug,eva,1,10.00,10.00,903,52,K1
                        """))
                .isEqualTo("order_lines: Sale Date=ordered_at, Item Name=product, Buyer=customer_id, "
                        + "Quantity=quantity, Price=unit_price, Item Total=amount, Order ID=order_id, SKU=product_id");
    }

    @Test
    void guests_are_no_customers_and_a_number_of_one_thing_is_its_name() {
        assertThat(understood("""
                        Número de reserva;Nombre del cliente;Fecha de reserva;Estado;Habitaciones;Personas;Precio
                        41;Ana Ruiz;2024-02-13 10:00;ok;1;2;120.00 EUR
                        42;Eva Vega;2024-02-14 10:00;ok;2;4;250.00 EUR
                        """))
                .isEqualTo("orders: Número de reserva=order_id, Nombre del cliente=customer_id, "
                        + "Fecha de reserva=ordered_at, Estado=status, Precio=order_total");
    }

    @Test
    void what_members_bought_so_far_is_no_fact_about_them() {
        Plan plan = plan("""
                        Nº Socio;Alta;Sexo;Compra media;Nº compras;Última compra;Puntos
                        1;13/02/2024;H;12,50;3;01/10/2024;30
                        2;14/02/2024;M;8,00;1;14/02/2024;10
                        """);

        assertThat(plan.files().getFirst().columns(Role.TRAIT))
                .extracting(column -> column.header())
                .containsExactly("Puntos");
        assertThat(plan.doubts().stream().filter(doubt -> doubt.code().equals(Doubt.CUSTOMER_TOTALS)))
                .extracting(Doubt::column)
                .containsExactly("Compra media", "Nº compras", "Última compra");
    }

    @Test
    void what_an_interface_hands_out_is_an_order_a_row_whatever_it_packs_into_a_cell() {
        assertThat(understood("""
                        order_id;created_at;customer.id;customer.email;items;total_price;status
                        1;2024-01-02T10:00:00Z;7;a@x.example;[{"sku":"S1"}];10.50;paid
                        2;2024-01-03T10:00:00Z;8;b@x.example;[{"sku":"S2"}];6.50;paid
                        3;2024-01-13T10:00:00Z;7;a@x.example;[{"sku":"S1"}];6.50;paid
                        """))
                .isEqualTo("orders: order_id=order_id, created_at=ordered_at, customer.id=customer_id, "
                        + "customer.email=email, total_price=order_total, status=status");
    }

    @Test
    void columns_of_months_beside_a_day_refuse_nothing() {
        assertThat(understood("""
                        Pedido;Fecha;Cliente;Importe;Enero;Febrero;Marzo;Abril
                        1;13/02/2024;a;12,50;0;1;0;0
                        2;14/02/2024;b;8,00;0;1;0;0
                        """))
                .isEqualTo("orders: Pedido=order_id, Fecha=ordered_at, Cliente=customer_id, Importe=order_total");
    }

    private String understood(String text) {
        FilePlan file = plan(text).files().getFirst();
        return file.columns().stream()
                .filter(column -> column.role() != Role.IGNORED)
                .map(column -> column.header() + "=" + column.role().word())
                .collect(Collectors.joining(", ", file.kind().name().toLowerCase(Locale.ROOT) + ": ", ""));
    }

    private Plan plan(String text) {
        return Understanding.plan(
                store, new RawTables(store).with("export.csv", text).all(), Corrections.NONE);
    }
}
