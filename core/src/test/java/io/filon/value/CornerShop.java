package io.filon.value;

import io.filon.store.DuckStore;
import io.filon.store.Sql;
import java.nio.file.Files;
import java.nio.file.Path;

/// The corner shop of `examples/`, put into the tables of intake as its README describes the files.
final class CornerShop {

    private CornerShop() {}

    static Path folder() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("examples/corner-shop"))) {
                return at.resolve("examples/corner-shop");
            }
        }
        throw new IllegalStateException(
                "No examples/corner-shop above " + Path.of("").toAbsolutePath());
    }

    static DuckStore store() {
        DuckStore store = Tables.empty("2025-12-31");
        store.run(Sql.of("create macro amount(a) as cast(replace(a, ',', '.') as decimal(18, 4))"));
        store.run(Sql.of("create macro day(a) as cast(strptime(a, '%d/%m/%Y') as date)"));
        String lines = csv("pedidos");
        store.run(Sql.of("insert into customers (customer_id, name, email, created_on, region, acquisition_channel, "
                + "acquisition_cost) select id_cliente, nombre, email, day(fecha_alta), provincia, canal_captacion, "
                + "amount(coste_captacion) from " + csv("clientes")));
        store.run(
                Sql.of("insert into orders (order_id, customer_id, ordered_on, status, counts, channel, discount, tax, "
                        + "tax_stated, shipping_charged, shipping_cost, payment_fee) select id_pedido, any_value(id_cliente), "
                        + "any_value(day(fecha_pedido)), any_value(estado), any_value(estado) <> 'cancelado', any_value(canal), 0, "
                        + "sum(amount(iva)), true, max(amount(envio_cobrado)), max(amount(coste_envio)), "
                        + "max(amount(comision_pago)) from " + lines + " group by id_pedido"));
        store.run(Sql.of("insert into order_lines (order_id, line_no, customer_id, ordered_on, product, quantity, "
                + "list_amount, discount, amount, cost, is_return) select id_pedido, row_number() over (partition by "
                + "id_pedido), id_cliente, day(fecha_pedido), producto, amount(cantidad), amount(importe) + "
                + "amount(descuento), amount(descuento), amount(importe), amount(coste_linea), false from " + lines));
        store.run(Sql.of("insert into returns (return_id, order_id, customer_id, returned_on, amount, cost) "
                + "select id_devolucion, id_pedido, id_cliente, day(fecha_devolucion), amount(importe), "
                + "amount(coste_gestion) from " + csv("devoluciones")));
        store.run(Sql.of("insert into tickets (ticket_id, customer_id, order_id, opened_on, handle_minutes, cost) "
                + "select id_ticket, id_cliente, id_pedido, day(abierto), cast(minutos as double), amount(coste) from "
                + csv("tickets")));
        store.run(Sql.of("insert into spend (source_id, row_no, campaign, channel, spent_on, amount) select 's', "
                + "row_number() over (), \"campaña\", canal, day(dia), amount(inversion) from " + csv("inversion")));
        return store;
    }

    /// A table of expected answers, columns as text.
    static String expected(String name) {
        return "read_csv(%s, all_varchar = true)"
                .formatted(Sql.literal(
                        folder().resolve("expected/" + name + ".csv").toString()));
    }

    private static String csv(String name) {
        return "read_csv(%s, delim = ';', all_varchar = true)"
                .formatted(Sql.literal(folder().resolve(name + ".csv").toString()));
    }
}
