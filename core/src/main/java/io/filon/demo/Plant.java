package io.filon.demo;

import io.filon.demo.shop.Customer;
import io.filon.demo.shop.Niche;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/// A group of customers planted in the shop: what an audit should come to say.
///
/// @param finding    `persona`, `star`, `loss`, `dormant`, `micro-segment`, `niche`
/// @param attributes how a file shows it, `file.column` and its value; empty when only behaviour shows it
/// @param type       the hidden kind that makes it; empty when it is any customer with the attributes
/// @param member     whether a customer belongs, given the shop's last day
record Plant(
        String name,
        String finding,
        String ruleEs,
        String ruleEn,
        Map<String, String> attributes,
        String type,
        BiPredicate<Customer, LocalDate> member) {

    private static final List<Plant> PLANTS = List.of(
            new Plant(
                    "persona_joven_urbana",
                    "persona",
                    "De 18 a 32 años, entorno urbano, particular: la persona declarada, que recibe la mayor parte de la inversión",
                    "Aged 18 to 32, urban, private customer: the declared persona, on which most is spent",
                    Map.of(
                            "clientes.csv:fecha_nacimiento", "18..32 years old on the last day",
                            "formulario_alta.csv:Zona", "Urbana",
                            "formulario_alta.csv:Tipo de cliente", "Particular"),
                    "",
                    (customer, last) -> customer.age(last) >= 18
                            && customer.age(last) <= 32
                            && !customer.look().rural()
                            && !customer.look().professional()),
            new Plant(
                    "persona_familia_tranquila",
                    "persona",
                    "De 33 a 64 años, entorno urbano, particular: la segunda persona declarada",
                    "Aged 33 to 64, urban, private customer: the second declared persona",
                    Map.of(
                            "clientes.csv:fecha_nacimiento", "33..64 years old on the last day",
                            "formulario_alta.csv:Zona", "Urbana",
                            "formulario_alta.csv:Tipo de cliente", "Particular"),
                    "",
                    (customer, last) -> customer.age(last) >= 33
                            && customer.age(last) <= 64
                            && !customer.look().rural()
                            && !customer.look().professional()),
            new Plant(
                    "profesionales_rurales",
                    "star",
                    "Profesionales en zonas rurales: los verdaderos clientes estrella",
                    "Professionals in rural areas: the real star customers",
                    Map.of("formulario_alta.csv:Zona", "Rural", "formulario_alta.csv:Tipo de cliente", "Profesional"),
                    "",
                    (customer, last) ->
                            customer.look().rural() && customer.look().professional()),
            ofType(
                    "pierden_por_devoluciones",
                    "loss",
                    "Devuelven más del 40 % de lo que compran y piden ayuda a menudo",
                    "They return more than 40 % of what they buy and often ask for help",
                    "devolvedor"),
            ofType(
                    "pierden_por_envio_gratis",
                    "loss",
                    "Pedidos de un solo artículo de menos de 20 € con envío gratis",
                    "Orders of a single item under 20 € shipped free",
                    "envio_gratis"),
            ofType(
                    "dormidos_de_alto_valor",
                    "dormant",
                    "Compraban cada 40 días y llevan más de 200 sin volver",
                    "They bought every 40 days and have not come back for over 200",
                    "dormido_de_alto_valor"),
            ofType(
                    "ultima_hora_en_app",
                    "micro-segment",
                    "Compradores frecuentes de última hora en la app: pedidos en la app entre las 20 y las 24 h",
                    "Frequent late-night app buyers: orders in the app between 20:00 and midnight",
                    "nocturno_de_app"),
            ofType(
                    "profesionales_que_investigan",
                    "micro-segment",
                    "Profesionales que ven el mismo producto en tres visitas, días antes de pedirlo",
                    "Professionals who view the same product in three visits, days before ordering it",
                    "profesional_que_investiga"),
            ofType(
                    "mamas_primerizas",
                    "micro-segment",
                    "Responden «primer hijo» en la encuesta, piden envío exprés y tardan menos de 10 minutos",
                    "They answer «first child» in the survey, order express and take under 10 minutes",
                    "madre_primeriza"),
            ofType(
                    "descuento_en_fin_de_semana",
                    "micro-segment",
                    "Compran con descuento y en fin de semana",
                    "They buy with a discount and at weekends",
                    "descuento_de_finde"),
            ofType(
                    "abandonan_carrito",
                    "micro-segment",
                    "Abandonan el carrito más de dos veces al mes",
                    "They leave a cart more than twice a month",
                    "abandona_carrito"));

    /// The niches come last.
    static final List<Plant> ALL =
            Stream.concat(PLANTS.stream(), Niche.all().stream().map(Plant::of)).toList();

    private static Plant of(Niche niche) {
        return new Plant(
                niche.name(),
                "niche",
                "Profesionales rurales de %s (%s), que empiezan por %s"
                        .formatted(niche.province(), niche.profession(), niche.beginsWith()),
                "Rural professionals of %s (%s), who begin with %s"
                        .formatted(niche.province(), niche.profession(), niche.beginsWith()),
                Map.of(
                        "clientes.csv:provincia", niche.province(),
                        "formulario_alta.csv:Profesión", niche.profession()),
                niche.name(),
                (customer, last) -> customer.model().type.name().equals(niche.name()));
    }

    /// Its place among all.
    static int named(String name) {
        return ALL.stream().map(Plant::name).toList().indexOf(name);
    }

    private static Plant ofType(String name, String finding, String es, String en, String type) {
        return new Plant(
                name,
                finding,
                es,
                en,
                Map.of(),
                type,
                (customer, last) -> customer.model().type.name().equals(type));
    }
}
