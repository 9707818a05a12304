package io.filon.intake.infer;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.intake.plan.Doubt;
import io.filon.intake.plan.FilePlan;
import io.filon.intake.plan.Plan;
import io.filon.intake.plan.Role;
import io.filon.store.DuckStore;
import io.filon.store.Sql;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/// Whose each row is: which column names the customer, which only looks like it, and what is said when none does.
class WhoIsWhoTest {

    @AutoClose
    private final DuckStore store = DuckStore.inMemory();

    private final RawTables tables = new RawTables(store);

    @Test
    void what_a_recipe_does_not_know_of_a_customer_is_read_by_its_header() {
        tables.with("customers.csv", """
                        Customer ID,First Name,Last Name,Email,Signup Date,Total Orders,Total Spent,Birthday,Accepts Marketing
                        1,Ana,Gil,a@x.example,2024-01-31,3,120,1980-02-01,yes
                        2,Eva,Paz,e@x.example,2024-02-13,1,20,1975-11-23,no
                        """).with("sales.csv", SALES);

        assertThat(understood(plan(), 0))
                .isEqualTo("customers: Customer ID=customer_id, First Name=first_name, Last Name=last_name, "
                        + "Email=email, Signup Date=created_at, Birthday=birth_on, Accepts Marketing=trait");
    }

    @Test
    void tickets_in_a_known_export_belong_to_who_its_unknown_header_names() {
        tables.with("tickets.csv", """
                        Ticket ID,Requester Email,Created Time,Resolved Time,Type
                        1,a@x.example,2024-01-31 10:00:00,2024-01-31 12:00:00,Question
                        2,e@x.example,2024-02-13 10:00:00,2024-02-13 12:00:00,Incident
                        """).with("sales.csv", SALES);

        Plan plan = plan();

        assertThat(understood(plan, 0))
                .isEqualTo("tickets: Ticket ID=ticket_id, Requester Email=email, Created Time=opened_at, "
                        + "Resolved Time=closed_at, Type=reason");
        assertThat(plan.doubts()).extracting(Doubt::code).doesNotContain("names_nobody");
    }

    @Test
    void tickets_that_name_nobody_are_said_to() {
        tables.with("tickets.csv", """
                        Ticket ID,Created Time,Resolved Time,Type
                        1,2024-01-31 10:00:00,2024-01-31 12:00:00,Question
                        2,2024-02-13 10:00:00,2024-02-13 12:00:00,Incident
                        """).with("sales.csv", SALES);

        assertThat(plan().doubts()).extracting(Doubt::code).contains("names_nobody");
    }

    @Test
    void who_gives_is_a_customer_as_who_buys() {
        tables.with(
                "gifts.csv",
                rows("Gift ID,Donor ID,Donor Name,Gift Date,Gift Amount", "%1$d,d%2$d,Ana %2$d,2024-%3$02d-03,25.00"));

        assertThat(understood(plan(), 0))
                .isEqualTo("orders: Gift ID=order_id, Donor ID=customer_id, Donor Name=name, Gift Date=ordered_at, "
                        + "Gift Amount=order_total");
    }

    @Test
    void knows_who_buys_by_many_words() {
        for (String who : List.of(
                "Constituent ID",
                "Nº Donante",
                "Patient ID",
                "Asegurado",
                "CardCode",
                "Card No",
                "Loyalty Number",
                "Membership No.",
                "Nº socio",
                "Guest",
                "Huésped",
                "Booked by",
                "Reservado por",
                "Contacto",
                "Bill To",
                "Bill-to Customer No.",
                "Sell-to Customer No.",
                "Sold-to party",
                "Subscriber ID",
                "Suscriptor",
                "Student ID",
                "Member ID",
                "Requester",
                "Solicitante",
                "Account Holder",
                "Contratante",
                "KUNAG",
                "Buyer Username",
                "Policy holder",
                "Cliente facturación")) {
            RawTables one = new RawTables(store)
                    .with("sales.csv", rows("Invoice," + who + ",Date,Total", "I%1$d,c%2$d,2024-%3$02d-03,10.00"));

            assertThat(understood(Understanding.plan(store, one.all(), Corrections.NONE), 0))
                    .as(who)
                    .contains(who + "=customer_id");
            store.run(Sql.of("drop table raw_0"));
        }
    }

    @Test
    void a_card_shown_in_part_gives_way_to_an_address() {
        tables.with(
                "payments.csv",
                rows("Order,Date,Card Number,Email,Total", "O%1$d,2024-%3$02d-03,**** %2$04d,a%2$d@x.example,10.00"));

        assertThat(understood(plan(), 0)).contains("Email=email").doesNotContain("customer_id");
    }

    @Test
    void the_insurer_of_all_policies_is_not_the_customer() {
        tables.with(
                "policies.csv",
                IntStream.range(0, 60)
                        .mapToObj(row -> "%d;Ana Ruiz %d;%dK;%02d/03/2024;%s;300,00"
                                .formatted(
                                        8000 + row,
                                        row % 20,
                                        2000 + row % 20,
                                        row % 28 + 1,
                                        List.of("Mapfre", "Allianz").get(row % 2)))
                        .collect(Collectors.joining(
                                "\n", "Póliza;Tomador;NIF Tomador;Fecha Efecto;Compañía;Prima Total\n", "")));

        assertThat(understood(plan(), 0))
                .contains("Tomador=name, NIF Tomador=customer_id")
                .contains("Compañía=company");
    }

    @Test
    void few_companies_for_many_sales_are_not_their_customers() {
        tables.with("sales.csv", rows("Order,Date,Company,Total", "O%1$d,2024-%3$02d-03,Company %4$d,10.00"));

        Plan plan = plan();

        assertThat(understood(plan, 0)).doesNotContain("customer_id");
        assertThat(plan.doubts()).extracting(Doubt::code).contains("no_customer");
    }

    @Test
    void a_patient_is_told_by_the_number_of_her_record() {
        tables.with(
                "visits.csv",
                rows("Fecha cita;Paciente;Nº Historia;Precio", "2024-%3$02d-03;Gil, Ana %2$d;H%2$d;%5$d,00"));

        assertThat(understood(plan(), 0)).contains("Paciente=name, Nº Historia=customer_id");
    }

    @Test
    void the_number_of_a_loyalty_card_is_the_customer_and_zero_is_nobody() {
        tables.with(
                        "tickets.csv",
                        IntStream.range(0, 60)
                                .mapToObj(row -> "%010d|2024-%02d-03|T%d|A%d|1|10.00"
                                        .formatted(row % 2 == 0 ? 0 : row % 20, row / 5 + 1, row, row % 4))
                                .collect(Collectors.joining(
                                        "\n", "NUM_TARJETA|FECHA|NUM_TICKET|COD_ART|UDS|IMPORTE\n", "")))
                .with(
                        "socios.csv",
                        rows("NUM_TARJETA|SEXO|FEC_NAC", "%1$010d|M|03/%3$02d/1980")
                                .replace("0000000000", "0000000099"));

        Plan plan = plan();

        assertThat(understood(plan, 0)).contains("NUM_TARJETA=customer_id");
        assertThat(plan.files()
                        .getFirst()
                        .column(Role.CUSTOMER_ID)
                        .orElseThrow()
                        .placeholder())
                .containsExactly("0000000000");
        assertThat(plan.doubts()).extracting(Doubt::code).doesNotContain("orphans");
    }

    @Test
    void the_number_of_an_attendee_is_not_the_customer_whose_address_comes_back() {
        tables.with(
                "tickets.csv",
                rows(
                        "Order no.,Order Date,Email,Attendee no.,Total Paid",
                        "%1$d,2024-%3$02d-03,a%2$d@x.example,9%1$d,10.00"));

        assertThat(understood(plan(), 0)).contains("Email=email").doesNotContain("customer_id");
    }

    @Test
    void a_bare_number_that_points_into_the_list_of_customers_is_the_customers() {
        tables.with("clientes.csv", rows("Código;Cliente;CIF;Provincia", "%1$d;Restaurante %1$d;B4%1$d;Cádiz"))
                .with(
                        "ventas.csv",
                        rows(
                                "Fecha;Albarán;Código;Producto;Cantidad;Importe",
                                "%3$02d/03/2024;A%1$d;%2$d;Merluza %4$d;1;10,00"));

        Plan plan = plan();

        assertThat(understood(plan, 0)).contains("Código=customer_id").doesNotContain("CIF=customer_id");
        assertThat(understood(plan, 1)).contains("Código=customer_id");
        assertThat(plan.doubts()).extracting(Doubt::code).doesNotContain("no_customer");
    }

    @Test
    void a_list_that_tells_sex_and_birth_is_of_the_customers_the_sales_point_to() {
        tables.with("fichas.csv", rows("COD_FICHA;SEXO;FEC_NAC", "%1$05d;M;%3$02d/03/1980"))
                .with(
                        "ventas.csv",
                        rows(
                                "FECHA;NUM_TICKET;COD_FICHA;COD_ART;UDS;IMPORTE",
                                "%3$02d/03/2024;T%1$d;%2$05d;A%4$d;1;10,00"));

        Plan plan = plan();

        assertThat(understood(plan, 0)).startsWith("customers: COD_FICHA=customer_id");
        assertThat(understood(plan, 1)).contains("COD_FICHA=customer_id");
    }

    @Test
    void an_empty_telephone_tells_nobody_apart() {
        tables.with(
                "stays.csv",
                rows("Book number,Check-in,Booked by,Price,Phone number", "%1$d,2024-%3$02d-03,Ana Ruiz %2$d,100.00,"));

        assertThat(understood(plan(), 0)).contains("Booked by=customer_id");
    }

    @Test
    void one_telephone_on_all_rows_tells_nobody_apart() {
        tables.with(
                "sales.csv", rows("Order,Date,Name,Phone,Total", "%1$d,2024-%3$02d-03,Ana Ruiz %2$d,915551234,10.00"));

        Plan plan = plan();

        assertThat(understood(plan, 0)).startsWith("orders: ").contains("Name=customer_id");
        assertThat(plan.doubts()).extracting(Doubt::code).contains("customer_by_name");
    }

    @Test
    void sales_with_nothing_but_an_empty_address_are_said_to_be_of_nobody() {
        tables.with("sales.csv", rows("Order,Date,Email,Total", "%1$d,2024-%3$02d-03,,10.00"));

        assertThat(plan().doubts()).extracting(Doubt::code).contains("no_customer");
    }

    @Test
    void a_name_that_changes_under_one_product_is_the_buyers() {
        tables.with(
                "sales.csv",
                rows("Invoice,Date,Name,Qty,Item,Total", "I%1$d,2024-%3$02d-03,Ana Ruiz %2$d,1,Mug %4$d,10.00"));

        assertThat(understood(plan(), 0)).contains("Name=customer_id").contains("Item=product_id");
    }

    @Test
    void a_name_that_goes_with_its_product_stays_the_products() {
        tables.with(
                "sales.csv",
                rows(
                        "Invoice,Date,Customer ID,Item,Name,Qty,Total",
                        "I%1$d,2024-%3$02d-03,c%2$d,M%4$d,Mug %4$d,1,10.00"));

        assertThat(understood(plan(), 0)).contains("Item=product_id, Name=product");
    }

    @Test
    void a_number_under_which_several_customers_buy_on_several_days_is_no_orders() {
        tables.with(
                "sales.csv",
                IntStream.range(0, 60)
                        .mapToObj(row -> "O%d,2024-%02d-%02d,%d,S%d,1,10.00"
                                .formatted(row / 3, row / 28 + 1, row % 28 + 1, row % 20, row % 3))
                        .collect(Collectors.joining("\n", "Order,Date,Customer ID,SKU,Qty,Price\n", "")));

        Plan plan = plan();

        assertThat(understood(plan, 0)).doesNotContain("order_id");
        assertThat(plan.doubts()).extracting(Doubt::code).contains("order_number_shared");
    }

    @Test
    void a_number_under_which_one_customer_buys_for_weeks_is_asked_about() {
        tables.with(
                "sales.csv",
                IntStream.range(0, 60)
                        .mapToObj(row ->
                                "O%d,2024-%02d-03,%d,S%d,1,10.00".formatted(row % 10, row / 10 + 1, row % 10, row % 3))
                        .collect(Collectors.joining("\n", "Order,Date,Customer ID,SKU,Qty,Price\n", "")));

        Plan plan = plan();

        assertThat(understood(plan, 0)).contains("Order=order_id");
        assertThat(plan.doubts()).extracting(Doubt::code).contains("order_number_days");
    }

    @Test
    void the_account_of_the_books_is_not_the_customers() {
        tables.with(
                "lines.csv",
                rows(
                        "InvoiceNumber,InvoiceDate,ContactName,EmailAddress,Description,Quantity,LineAmount,AccountCode,GL Account",
                        "%1$d,2024-%3$02d-03,Ana,a%2$d@x.example,Job %4$d,1,10.00,200,7%2$d"));

        assertThat(understood(plan(), 0)).contains("ContactName=name").doesNotContain("account_id");
    }

    @Test
    void addresses_in_capitals_are_the_same_and_not_worth_a_word() {
        String orders = rows("Order,Email,Date,Total", "%1$d,%4$da%1$d@x.example,2024-%3$02d-03,10.00");
        tables.with("contacts.csv", rows("Contact ID,Email,City", "%1$d,%4$da%1$d@x.example,Lugo"))
                .with("orders.csv", orders.replaceAll(",0a(\\d+)@x.example", ",0A$1@X.EXAMPLE"));

        Plan plan = plan();

        assertThat(plan.doubts()).extracting(Doubt::code).doesNotContain("key_alias", "key_aliases", "orphans");
    }

    @Test
    void many_spellings_of_keys_are_told_together() {
        tables.with("products.csv", rows("SKU,Name,Category,Price", "K %1$d,Mug %1$d,Mugs,10.00"))
                .with(
                        "sales.csv",
                        IntStream.range(0, 60)
                                .mapToObj(row -> "%d,2024-%02d-03,c%d,%s%d,1,10.00"
                                        .formatted(row, row / 5 + 1, row % 20, row % 6 == 0 ? "k-" : "K ", row))
                                .collect(Collectors.joining("\n", "Order,Date,Customer,SKU,Qty,Total\n", "")));

        assertThat(plan().doubts())
                .filteredOn(doubt -> doubt.code().startsWith("key_alias"))
                .singleElement()
                .satisfies(doubt -> assertThat(doubt.values()).startsWith(10));
    }

    @Test
    void what_is_not_included_is_no_number() {
        tables.with(
                "invoices.csv",
                rows(
                        "Número;Fecha de factura;Cliente;Impuestos no incluidos;Total;No pagado",
                        "INV/%1$d;%3$02d/03/2024;c%2$d;100,00;121,00;0,00"));

        assertThat(understood(plan(), 0))
                .isEqualTo("orders: Número=order_id, Fecha de factura=ordered_at, Cliente=customer_id, "
                        + "Impuestos no incluidos=order_subtotal, Total=order_total");
    }

    @Test
    void how_many_actions_a_visit_had_is_no_events_name() {
        tables.with("orders.csv", SALES)
                .with(
                        "visits.csv",
                        rows(
                                "idVisit,visitorId,serverDate,visitDuration,actions,goalConversions,ecommerceRevenue",
                                "%1$d,v%2$d,2024-%3$02d-03,%5$d,%5$d,0,0"));

        assertThat(understood(plan(), 1))
                .isEqualTo("visits: visitorId=anonymous_id, serverDate=occurred_at, visitDuration=visit_seconds, "
                        + "actions=pages, goalConversions=bought");
    }

    private static final String SALES = "order,date,customer,total\n1,2024-01-31,a,5.00\n2,2024-02-01,b,6.50";

    private Plan plan() {
        return Understanding.plan(store, tables.all(), Corrections.NONE);
    }

    /// Sixty rows from a pattern: `%1$d` their number, `%2$d` one of 20, `%3$02d` a month, `%4$d` one of 3.
    private static String rows(String header, String pattern) {
        return IntStream.range(0, 60)
                .mapToObj(row -> pattern.formatted(row, row % 20, row / 5 + 1, row % 3, 10 + row % 17))
                .collect(Collectors.joining("\n", header + "\n", ""));
    }

    private static String understood(Plan plan, int at) {
        FilePlan file = plan.files().get(at);
        return file.columns().stream()
                .filter(column -> column.role() != Role.IGNORED)
                .map(column -> column.header() + "=" + column.role().word())
                .collect(Collectors.joining(", ", file.kind().name().toLowerCase(Locale.ROOT) + ": ", ""));
    }
}
