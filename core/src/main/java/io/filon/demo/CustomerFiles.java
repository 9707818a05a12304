package io.filon.demo;

import io.filon.demo.Tally.Figure;
import io.filon.demo.shop.Calendar;
import io.filon.demo.shop.Campaign.Touch;
import io.filon.demo.shop.Customer;
import io.filon.demo.shop.CustomerType;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/// Writes what is about a person rather than an order: customer file, messages received, survey answers.
final class CustomerFiles {

    private static final Pattern NOT_PLAIN = Pattern.compile("[^a-z]+");
    private static final double ANSWERS = 0.12;
    private static final double MUM_ANSWERS = 0.7;
    private static final int SURVEY_DAYS = 300;
    private static final String FIRST_CHILD = "Espero o tengo mi primer hijo";
    private static final List<String> STAGES =
            List.of("Sin hijos", "Con hijos en edad escolar", "Con hijos mayores", "Prefiero no decirlo");
    private static final List<String> REASONS =
            List.of("Precio", "Variedad", "Rapidez de entrega", "Recomendación", "Atención al cliente");

    private final Calendar calendar;

    CustomerFiles(Calendar calendar) {
        this.calendar = calendar;
    }

    void write(Block block, Customer customer, List<Touch> touches, RandomGenerator random) {
        customer(block, customer);
        form(block.rows(ShopFile.FORMULARIO), customer);
        touches.forEach(touch -> touch(block, customer, touch, random));
        boolean mum = customer.model().type.name().equals(CustomerType.FIRST_TIME_MUM);
        if (random.nextDouble() < (mum ? MUM_ANSWERS : ANSWERS)) {
            answer(block.rows(ShopFile.ENCUESTA), customer, mum, random);
        }
    }

    private void customer(Block block, Customer customer) {
        Customer.Look look = customer.look();
        Rows rows = block.rows(ShopFile.CLIENTES);
        rows.text(customer.id()).put(';').text(look.firstName()).put(';').text(look.surnames());
        rows.put(';').text(plain(look.firstName())).put('.').text(plain(look.surnames()));
        rows.put('.').number(customer.number()).text(customer.number() % 2 == 0 ? "@example.com" : "@example.org");
        rows.text(";+34").number(look.phone()).put(';').text(calendar.spanish(customer.signupDay()));
        rows.put(';').text(look.province().name());
        rows.put(';').text(look.province().prefix()).padded(look.postalCode(), 3);
        rows.put(';').text(Calendar.spanish(look.birth())).put(';').text(look.woman() ? "mujer" : "hombre");
        rows.put(';').text(look.source().label);
        rows.put(';').text(look.acceptsEmail() ? "sí" : "no").end();
        block.tally().add(Figure.CUSTOMERS, 1);
    }

    /// What everybody is asked when signing up: known, with its date, before anything is bought.
    private void form(Rows rows, Customer customer) {
        Customer.Look look = customer.look();
        rows.text(calendar.spanish(customer.signupDay())).put(' ').time(customer.signupSecond());
        rows.put(';').text(customer.id()).put(';').text(look.rural() ? "Rural" : "Urbana");
        rows.put(';').text(look.professional() ? "Profesional" : "Particular");
        rows.put(';').text(look.profession()).end();
    }

    private static String plain(String name) {
        String bare = Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        return NOT_PLAIN.matcher(bare).replaceAll("");
    }

    private void touch(Block block, Customer customer, Touch touch, RandomGenerator random) {
        int second = 9 * 3600 + random.nextInt(3600);
        touchRow(block, customer, touch, second, "enviado", touch.cost());
        if (touch.opened()) {
            touchRow(block, customer, touch, second + 1800, "abierto", 0);
        }
        if (touch.clicked()) {
            touchRow(block, customer, touch, second + 1900, "clic", 0);
        }
        block.tally().add(Figure.MESSAGES, touch.control() ? 0 : 1);
        block.tally().add(Figure.CONTACT_COST, touch.cost());
    }

    private void touchRow(Block block, Customer customer, Touch touch, int second, String kind, long cost) {
        Rows rows = block.rows(ShopFile.ENVIOS);
        rows.text(customer.id()).put(',').text(touch.campaign().label).put(',');
        rows.text(calendar.iso(touch.day()))
                .put(' ')
                .time(second)
                .put(',')
                .text(kind)
                .put(',');
        rows.money(cost, '.').put(',').text(touch.control() ? "sí" : "no").end();
    }

    private void answer(Rows rows, Customer customer, boolean mum, RandomGenerator random) {
        int last = calendar.days - 1;
        int earliest = Math.max(customer.start(), last - SURVEY_DAYS);
        int day = earliest + random.nextInt(last - earliest + 1);
        boolean first = mum || random.nextDouble() < 0.02;
        rows.text(calendar.spanish(day)).put(' ').time(10 * 3600 + random.nextInt(36_000));
        rows.put(';').text(customer.id()).put(';');
        rows.text(first ? FIRST_CHILD : STAGES.get(random.nextInt(STAGES.size())))
                .put(';');
        boolean quick = mum && random.nextDouble() < 0.7;
        rows.text(quick ? "Rapidez de entrega" : REASONS.get(random.nextInt(REASONS.size())))
                .put(';');
        rows.number(random.nextInt(5, 11)).end();
    }
}
