package io.filon.intake.infer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.filon.intake.plan.Doubt;
import io.filon.intake.plan.FilePlan;
import io.filon.intake.plan.Plan;
import io.filon.intake.plan.Role;
import io.filon.intake.plan.ValueFormat;
import io.filon.problem.FilonException;
import io.filon.problem.Problem;
import io.filon.store.DuckStore;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/// Exports nobody wrote a recipe for, as Spanish and English programs make them.
class UnseenExportsTest {

    @AutoClose
    private final DuckStore store = DuckStore.inMemory();

    @Test
    void reads_a_spanish_list_of_orders() {
        assertThat(understood("""
                        Nº Pedido;Fecha;Cliente;Importe Total;Coste
                        P-001;13/01/2024;C1;1.234,56 €;800,00 €
                        P-002;14/01/2024;C2;34,50 €;20,10 €
                        P-003;02/02/2024;C1;99,00 €;70,00 €
                        P-004;03/02/2024;C3;10,00 €;4,00 €
                        """))
                .isEqualTo(
                        "orders: Nº Pedido=order_id, Fecha=ordered_at, Cliente=customer_id, Importe Total=order_total, Coste=cost");
    }

    @Test
    void reads_the_till_of_a_bakery() {
        assertThat(understood("""
                        Ticket;Fecha;Hora;Artículo;Familia;Uds;PVP;Importe;Forma de pago
                        1001;05/03/2024;08:12;Barra rústica;Pan;2;1,10;2,20;Efectivo
                        1001;05/03/2024;08:12;Croissant;Bollería;1;1,35;1,35;Efectivo
                        1002;05/03/2024;08:20;Barra rústica;Pan;1;1,10;1,10;Tarjeta
                        1003;25/03/2024;08:31;Croissant;Bollería;3;1,35;4,05;Tarjeta
                        """))
                .isEqualTo(
                        "order_lines: Ticket=order_id, Fecha=ordered_at, Hora=time_of_day, Artículo=product_id, "
                                + "Familia=category, Uds=quantity, PVP=unit_price, Importe=amount, Forma de pago=payment_method");
    }

    @Test
    void reads_a_list_of_invoices_to_companies() {
        assertThat(understood("""
                        Num Factura;Fecha Factura;NIF;Razón Social;Base Imponible;IVA;Total Factura;Estado
                        F24/001;31/01/2024;B12345678;Talleres Ruiz SL;1000,00;210,00;1210,00;Cobrada
                        F24/002;31/01/2024;B87654321;Frutas Vega SA;250,00;52,50;302,50;Pendiente
                        F24/003;29/02/2024;B12345678;Talleres Ruiz SL;500,00;105,00;605,00;Anulada
                        """))
                .isEqualTo(
                        "orders: Num Factura=order_id, Fecha Factura=ordered_at, NIF=customer_id, Razón Social=company, "
                                + "Base Imponible=order_subtotal, IVA=order_tax, Total Factura=order_total, Estado=status");
    }

    @Test
    void reads_subscriptions_to_a_gym() {
        assertThat(understood("""
                        id_socio;nombre;plan;fecha_alta;fecha_baja;cuota_mensual
                        1;Ana;Premium;2023-01-15;;49.90
                        2;Luis;Básico;2023-02-01;2023-09-30;29.90
                        3;Eva;Básico;2023-03-20;;29.90
                        """))
                .isEqualTo("subscriptions: id_socio=customer_id, nombre=name, plan=plan, fecha_alta=started_at, "
                        + "fecha_baja=ended_at, cuota_mensual=period_amount");
    }

    @Test
    void reads_the_lines_of_an_english_wholesaler() {
        assertThat(understood("""
                        InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
                        536365,85123A,HEART HOLDER,6,12/1/2010 8:26,2.55,17850,United Kingdom
                        536365,71053,LANTERN,6,12/1/2010 8:26,3.39,17850,United Kingdom
                        C536379,D,Discount,-1,12/13/2010 9:41,27.5,14527,United Kingdom
                        536381,22139,TEA SET,23,12/13/2010 9:41,4.25,15311,France
                        """))
                .isEqualTo(
                        "order_lines: InvoiceNo=order_id, StockCode=product_id, Description=product, Quantity=quantity, "
                                + "InvoiceDate=ordered_at, UnitPrice=unit_price, CustomerID=customer_id, Country=country");
    }

    @Test
    void reads_a_loyalty_card_file_with_unknown_facts_as_traits() {
        assertThat(understood("""
                        Cód. Cliente;Nombre;Apellidos;Correo electrónico;F. Nacimiento;Sexo;Provincia;Fecha de alta;Nivel tarjeta
                        1;Ana;Gil;ana@x.es;01/02/1980;M;Sevilla;15/06/2020;Oro
                        2;Luis;Paz;luis@x.es;23/11/1975;H;Cádiz;16/06/2020;Plata
                        3;Eva;Mora;eva@x.es;30/08/1990;M;Sevilla;17/06/2021;Plata
                        """))
                .isEqualTo(
                        "customers: Cód. Cliente=customer_id, Nombre=first_name, Apellidos=last_name, Correo electrónico=email, "
                                + "F. Nacimiento=birth_on, Sexo=gender, Provincia=region, Fecha de alta=created_at, Nivel tarjeta=trait");
    }

    @Test
    void reads_a_price_list() {
        assertThat(understood("""
                        sku,name,category,cost_price,sale_price,brand
                        A1,Red shirt,Shirts,8.00,19.95,Acme
                        A2,Blue shirt,Shirts,8.50,19.95,Acme
                        B1,Hat,Hats,3.00,9.95,Bolt
                        """, true))
                .isEqualTo("products: sku=product_id, name=product, category=category, cost_price=unit_cost, "
                        + "sale_price=unit_price, brand=brand");
    }

    @Test
    void reads_an_advertising_report_with_its_currency_in_the_label() {
        Plan plan = plan("""
                        Nombre de la campaña;Día;Importe gastado (EUR);Impresiones;Clics en el enlace;Resultados
                        Otoño;2024-10-01;12,50;1200;30;2
                        Otoño;2024-10-02;13,10;1300;35;3
                        """, false);

        assertThat(said(plan.files().getFirst()))
                .isEqualTo("spend: Nombre de la campaña=campaign, Día=spent_on, Importe gastado (EUR)=spend, "
                        + "Impresiones=impressions, Clics en el enlace=clicks, Resultados=conversions");
        assertThat(plan.files().getFirst().recipe()).isEqualTo("meta_ads");
        assertThat(plan.currency()).isEqualTo("EUR");
        assertThat(plan.currencyStated()).isTrue();
    }

    @Test
    void reads_returns_with_their_reason() {
        assertThat(understood("""
                        id devolución;nº pedido;fecha devolución;importe devuelto;motivo
                        D1;P-001;15/01/2024;20,00;Talla
                        D2;P-003;28/02/2024;15,50;Defecto
                        D3;P-004;01/03/2024;9,99;Talla
                        """))
                .isEqualTo("returns: id devolución=return_id, nº pedido=order_id, fecha devolución=returned_at, "
                        + "importe devuelto=refunded, motivo=reason");
    }

    @Test
    void reads_a_log_of_events() {
        assertThat(understood("""
                        event_id,user_id,event_name,created_at,session_id,page_url
                        1,u1,page_view,2024-05-01T10:00:00Z,s1,/home
                        2,u1,add_to_cart,2024-05-01T10:01:10Z,s1,/p/1
                        3,u2,page_view,2024-05-02T11:00:00Z,s2,/home
                        """))
                .isEqualTo(
                        "events: event_id=event_id, user_id=customer_id, event_name=event_name, created_at=occurred_at, "
                                + "session_id=session_id, page_url=page");
    }

    @Test
    void reads_a_pipeline_in_spanish() {
        assertThat(understood("""
                        Oportunidad;Cuenta;Comercial;Etapa;Fecha apertura;Fecha cierre;Importe
                        OP1;Ruiz SL;Marta;Cerrada ganada;01/02/2024;15/04/2024;12000
                        OP2;Vega SA;Marta;Negociación;11/02/2024;;8000
                        OP3;Ruiz SL;Jorge;Perdida;12/03/2024;20/04/2024;5000
                        """))
                .isEqualTo("deals: Oportunidad=deal_id, Cuenta=account_id, Comercial=owner, Etapa=stage, "
                        + "Fecha apertura=opened_at, Fecha cierre=closed_at, Importe=deal_amount");
    }

    @Test
    void reads_a_survey_whose_headers_are_questions() {
        assertThat(understood("""
                        Marca temporal;Correo;¿Cómo nos conociste?;¿Por qué elegiste nuestra tienda y no otra?;¿Qué mejorarías?
                        12/01/2024 10:22:31;ana@x.es;Instagram;Precio;Nada
                        13/01/2024 11:02:03;luis@x.es;Amigos;Cercanía;Horario
                        """))
                .startsWith("answers: Marca temporal=answered_at, Correo=email, ¿Cómo nos conociste?=answer");
    }

    @Test
    void reads_contacts_with_the_help_desk() {
        assertThat(understood("""
                        Nº incidencia;Email cliente;Fecha creación;Fecha resolución;Motivo;Canal;Satisfacción
                        55;ana@x.es;12/01/2024 10:22;13/01/2024 09:00;Envío tarde;Chat;4
                        56;luis@x.es;14/01/2024 18:00;14/01/2024 19:30;Talla;Teléfono;5
                        57;ana@x.es;15/01/2024 08:45;17/01/2024 12:00;Envío tarde;Email;2
                        """))
                .isEqualTo("tickets: Nº incidencia=ticket_id, Email cliente=email, Fecha creación=opened_at, "
                        + "Fecha resolución=closed_at, Motivo=reason, Canal=channel, Satisfacción=satisfaction");
    }

    @Test
    void reads_an_export_of_a_known_shop() {
        assertThat(understood("""
                        Name,Email,Financial Status,Paid at,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku
                        #1001,ana@x.es,paid,2024-01-02 10:00:00 +0100,EUR,40.00,4.00,7.64,44.00,,2024-01-02 09:59:00 +0100,2,Mug,10.00,MUG
                        #1001,ana@x.es,,,,,,,,,2024-01-02 09:59:00 +0100,1,Plate,20.00,PLT
                        """))
                .isEqualTo("order_lines: Name=order_id, Email=email, Financial Status=payment_status, Paid at=paid_at, "
                        + "Currency=currency, Subtotal=order_subtotal, Shipping=shipping_charged, Taxes=order_tax, "
                        + "Total=order_total, Discount Code=coupon, Created at=ordered_at, Lineitem quantity=quantity, "
                        + "Lineitem name=product, Lineitem price=unit_price, Lineitem sku=product_id");
    }

    @Test
    void reads_messages_sent_and_what_became_of_them() {
        FilePlan file = plan("""
                        id_cliente;campaña;enviado;tipo;coste;grupo_control
                        C1;Rebajas;2024-05-01 09:00:00;enviado;0,02;no
                        C2;Rebajas;2024-05-01 09:00:00;abierto;0,02;no
                        C3;Rebajas;2024-05-01 09:00:00;clic;0,02;sí
                        """, false).files().getFirst();

        assertThat(said(file))
                .isEqualTo("touches: id_cliente=customer_id, campaña=campaign, enviado=sent_at, tipo=touch_kind, "
                        + "coste=contact_cost, grupo_control=is_control");
        assertThat(file.statuses())
                .containsEntry("enviado", "sent")
                .containsEntry("abierto", "opened")
                .containsEntry("clic", "clicked");
    }

    @Test
    void reads_where_a_customer_came_from_and_what_that_cost() {
        assertThat(understood("""
                        id_cliente;email;fecha_alta;canal_captacion;coste_captacion;acepta_email
                        C01;ana@x.es;18/08/2024;Recomendación;0,00;sí
                        C02;luis@x.es;06/12/2024;Instagram;30,00;no
                        """))
                .isEqualTo(
                        "customers: id_cliente=customer_id, email=email, fecha_alta=created_at, "
                                + "canal_captacion=acquisition_channel, coste_captacion=acquisition_cost, acepta_email=granted");
    }

    @Test
    void knows_who_bought_by_the_loyalty_card_and_a_rate_of_tax_from_a_tax() {
        assertThat(understood("""
                        Documento;Fecha;Tarjeta Cliente;% IVA;Importe Total
                        F-1;13/01/2024;9001;21;12,10
                        F-2;14/01/2024;;10;34,50
                        F-3;14/02/2024;9002;21;3,50
                        F-4;15/02/2024;9001;21;3,20
                        """))
                .isEqualTo("orders: Documento=order_id, Fecha=ordered_at, Tarjeta Cliente=customer_id, % IVA=tax_rate, "
                        + "Importe Total=order_total");
    }

    @Test
    void takes_what_each_customer_bought_in_all_for_no_order() {
        Plan plan = plan("""
                        customer_id,signup_date,country,total_orders,total_spent,last_order_date
                        1,2023-01-05,ES,3,120.50,2024-02-01
                        2,2023-02-01,FR,0,0,
                        3,2023-03-09,ES,1,20.00,2023-03-09
                        """, false);

        assertThat(said(plan.files().getFirst()))
                .isEqualTo("customers: customer_id=customer_id, signup_date=created_at, country=country");
        assertThat(plan.doubts().stream().filter(doubt -> doubt.code().equals("customer_totals")))
                .extracting(Doubt::column)
                .containsExactly("total_orders", "total_spent", "last_order_date");
    }

    @Test
    void says_that_months_stand_across() {
        FilonException refused = catchThrowableOfType(FilonException.class, () -> understood("""
                        Cliente;ene-24;feb-24;mar-24;abr-24;TOTAL
                        Ana;1;2;3;4;10
                        """));

        assertThat(refused.problems()).extracting(Problem::code).containsExactly("plan.months_across");
    }

    @Test
    void joins_the_tables_of_a_database_whose_words_run_together() {
        RawTables tables = new RawTables(store)
                .with("clientes.csv", """
                        idcliente|nombre|apellidos|f_alta|cod_provincia
                        7|Ana|Ruiz|2023-01-05|08
                        8|Luis|Vega|2023-02-01|28
                        """)
                .with("provincias.csv", "cod_provincia|provincia\n08|Barcelona\n28|Madrid\n")
                .with("pedidos.csv", """
                        idpedido|idcliente|fechapedido|estado|gastos_envio
                        501|7|2024-01-05 10:00:00|ENTREGADO|3.95
                        502|8|2024-01-06 11:30:00|ANULADO|0
                        503|7|2024-02-07 09:00:00|ENTREGADO|3.95
                        """)
                .with("lineas.csv", """
                        idpedido|numlinea|codart|cantidad|precio|dto
                        501|1|A1|2|10.50|0
                        501|2|A2|1|4.00|10
                        502|1|A1|1|10.50|0
                        503|1|A2|3|4.00|0
                        """);

        Plan plan = Understanding.plan(store, tables.all(), Corrections.NONE);

        assertThat(plan.files().stream().map(UnseenExportsTest::said))
                .containsExactly(
                        "customers: idcliente=customer_id, nombre=first_name, apellidos=last_name, f_alta=created_at, "
                                + "cod_provincia=key",
                        "lookup: cod_provincia=key, provincia=region",
                        "orders: idpedido=order_id, idcliente=customer_id, fechapedido=ordered_at, estado=status, "
                                + "gastos_envio=shipping_charged",
                        "order_lines: idpedido=order_id, numlinea=line_no, codart=product_id, cantidad=quantity, "
                                + "precio=unit_price, dto=discount_rate");
        assertThat(plan.doubts()).extracting(Doubt::code).doesNotContain("no_customer");
    }

    @Test
    void tells_totals_with_tax_from_those_without_and_who_pays_for_shipping() {
        assertThat(understood("""
                        Order ID,Customer ID,Order Date,Subtotal (ex tax),Tax Total,Shipping Cost,Order Total (inc tax)
                        1,a,01/13/2024,10.00,2.10,5.00,17.10
                        2,b,01/14/2024,20.00,4.20,0,24.20
                        """))
                .isEqualTo("orders: Order ID=order_id, Customer ID=customer_id, Order Date=ordered_at, "
                        + "Subtotal (ex tax)=order_subtotal, Tax Total=order_tax, Shipping Cost=shipping_charged, "
                        + "Order Total (inc tax)=order_total");
    }

    @Test
    void reads_the_list_of_a_till_with_short_words() {
        assertThat(understood("""
                        COD_CLI;NOMBRE;FECHA;ALBARAN;ARTICULO;UDS;IMPORTE
                        1;Ana Ruiz;01/02/2024;A1;X1;2;10,00
                        1;Ana Ruiz;01/02/2024;A1;X2;1;5,00
                        2;Bar Sol;15/02/2024;A2;X1;1;5,00
                        """))
                .isEqualTo("order_lines: COD_CLI=customer_id, NOMBRE=name, FECHA=ordered_at, ALBARAN=order_id, "
                        + "ARTICULO=product_id, UDS=quantity, IMPORTE=amount");
    }

    @Test
    void reads_incidents_in_the_feminine() {
        assertThat(understood("""
                        Nº incidencia;Email cliente;Abierta el;Cerrada el;Motivo;Minutos
                        1;a@correo.example;01/02/2024 10:00;02/02/2024 10:00;Retraso;12
                        2;b@correo.example;15/02/2024 10:00;16/02/2024 10:00;Factura;7
                        """, true))
                .isEqualTo("tickets: Nº incidencia=ticket_id, Email cliente=email, Abierta el=opened_at, "
                        + "Cerrada el=closed_at, Motivo=reason, Minutos=handle_minutes");
    }

    @Test
    void lets_another_file_of_the_company_say_which_number_is_the_day() {
        RawTables tables = new RawTables(store)
                .with(
                        "devoluciones.csv",
                        "id_devolucion;id_pedido;fecha_devolucion;importe\nD1;P1;09/04/2025;6,50\nD2;P2;07/08/2025;9,10")
                .with("orders.csv", "order,date,customer,total\nP1,3/25/2025,a,6.50\nP2,8/1/2025,b,9.10");

        Plan plan = Understanding.plan(store, tables.all(), Corrections.NONE);

        assertThat(plan.files()
                        .getFirst()
                        .column(Role.RETURNED_AT)
                        .orElseThrow()
                        .format())
                .isEqualTo(new ValueFormat.Moment(List.of("%m/%d/%Y"), false, false));
        assertThat(plan.files().getFirst().column(Role.AMOUNT)).isPresent();
    }

    private String understood(String text) {
        return understood(text, false);
    }

    private String understood(String text, boolean besideSales) {
        return said(plan(text, besideSales).files().getFirst());
    }

    private Plan plan(String text, boolean besideSales) {
        RawTables tables = new RawTables(store).with("export.csv", text);
        if (besideSales) {
            tables.with("sales.csv", "order,date,customer,total\n1,2024-01-31,a,5.00\n2,2024-02-01,b,6.50");
        }
        return Understanding.plan(store, tables.all(), Corrections.NONE);
    }

    private static String said(FilePlan file) {
        return file.columns().stream()
                .filter(column -> column.role() != Role.IGNORED)
                .map(column -> column.header() + "=" + column.role().word())
                .collect(Collectors.joining(", ", file.kind().name().toLowerCase(java.util.Locale.ROOT) + ": ", ""));
    }
}
