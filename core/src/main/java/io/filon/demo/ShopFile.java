package io.filon.demo;

import java.util.Locale;

/// A file of the shop, with the header its system would write.
///
/// The shop platform writes commas, points and ISO times; the office's programs write semicolons, decimal commas and
/// dd/mm/yyyy, as they do in Spain. Rows are grouped by customer.
enum ShopFile {
    CLIENTES(
            "clientes.csv",
            "id_cliente;nombre;apellidos;email;telefono;fecha_alta;provincia;codigo_postal;"
                    + "fecha_nacimiento;sexo;canal_captacion;acepta_email"),
    FORMULARIO("formulario_alta.csv", "Marca temporal;Número de cliente;Zona;Tipo de cliente;Profesión"),
    PEDIDOS(
            "pedidos.csv",
            "id_pedido,id_cliente,fecha_pedido,estado,canal,id_producto,producto,categoria,cantidad,"
                    + "precio_unitario,descuento,importe,iva,coste_linea,envio_cobrado,coste_envio,tipo_envio,"
                    + "forma_pago,comision_pago,cupon"),
    DEVOLUCIONES(
            "devoluciones.csv",
            "id_devolucion;id_pedido;id_cliente;fecha_devolucion;importe;unidades;motivo;coste_gestion"),
    EVENTOS("eventos.jsonl", ""),
    TICKETS("tickets.csv", "id_ticket,id_cliente,id_pedido,abierto,cerrado,canal,motivo,minutos,coste,satisfaccion"),
    INVERSION("inversion.csv", "dia;campaña;canal;inversion;impresiones;clics;conversiones;valor_conversiones"),
    ENVIOS("envios_campanas.csv", "id_cliente,campaña,enviado,tipo,coste,grupo_control"),
    ENCUESTA(
            "encuesta.csv",
            "marca_temporal;id_cliente;¿En qué etapa está su familia?;¿Por qué compra con nosotros?;"
                    + "¿Nos recomendaría? (0-10)"),
    PRODUCTOS("productos.csv", "id_producto;producto;categoria;precio;coste"),
    TRUTH_CUSTOMERS("truth_customers.csv", "customer_id,type,expected_net"),
    TRUTH_CONTACTS("truth_contacts.csv", "customer_id,expected_net_given_contact"),
    TRUTH_SESSIONS("truth_sessions.csv", "customer_id,anonymous_id,started_at,occasion,job,best_guess,chance");

    private final String fileName;
    private final String header;

    ShopFile(String fileName, String header) {
        this.fileName = fileName;
        this.header = header;
    }

    String fileName() {
        return fileName;
    }

    /// Whether it belongs to the answers and not to what the shop's systems export.
    boolean answers() {
        return this == TRUTH_CUSTOMERS || this == TRUTH_CONTACTS || this == TRUTH_SESSIONS;
    }

    /// The first line without its end; empty when the file has none.
    String header() {
        return header;
    }

    /// The name under which its rows are counted in `truth.json`.
    String rowsKey() {
        return "rows_" + name().toLowerCase(Locale.ROOT);
    }
}
