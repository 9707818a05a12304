package io.filon.rule.template;

import static io.filon.rule.template.Shopper.instant;
import static io.filon.rule.template.Shopper.money;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Of each template, somebody who belongs and somebody who nearly does, as seen on Monday 15 December 2025 at noon.
final class TemplateCases {

    record Case(Shopper in, Shopper out) {}

    private static final List<String> TEN_DAYS = List.of(
            "2025-10-01",
            "2025-10-05",
            "2025-10-10",
            "2025-10-15",
            "2025-10-20",
            "2025-10-25",
            "2025-11-01",
            "2025-11-10",
            "2025-11-20",
            "2025-12-01");

    private final Map<String, Case> cases = new LinkedHashMap<>();

    static Map<String, Case> all() {
        TemplateCases all = new TemplateCases();
        all.behaviour();
        all.carts();
        all.price();
        all.rhythm();
        all.mail();
        all.people();
        return all.cases;
    }

    private static Shopper shopper() {
        return new Shopper();
    }

    private void add(String key, Shopper in, Shopper out) {
        cases.put(key, new Case(in, out));
    }

    private void behaviour() {
        add(
                "late_app_buyers",
                shopper()
                        .order("2025-12-01T21:00", "30", "channel", "app")
                        .order("2025-11-20T22:30", "30", "channel", "app")
                        .order("2025-11-10T11:00", "30", "channel", "web", "deadline", instant("2025-11-10T23:00")),
                shopper()
                        .order("2025-12-01T11:00", "30", "channel", "app")
                        .order("2025-11-20T12:30", "30", "channel", "app")
                        .order("2025-11-10T21:00", "30", "channel", "app"));
        add(
                "researching_professionals",
                researcher().told("customer_type", "business"),
                researcher().told("customer_type", "private"));
        add(
                "weekend_buyers",
                shopper().orders("2025-12-06", "2025-11-29", "2025-11-16", "2025-11-12"),
                shopper().orders("2025-12-06", "2025-11-28", "2025-11-17", "2025-11-12"));
        add(
                "night_buyers",
                shopper()
                        .zone("America/Mexico_City")
                        .orders("2025-12-01T06:30", "2025-11-20T07:00", "2025-11-10T08:00"),
                shopper().orders("2025-12-01T06:30", "2025-11-20T07:00", "2025-11-10T08:00"));
        add(
                "category_loyal",
                shopper()
                        .bought("2025-10-01", "baby")
                        .bought("2025-11-01", "baby")
                        .bought("2025-12-01", "baby"),
                shopper()
                        .bought("2025-10-01", "baby")
                        .bought("2025-11-01", "home")
                        .bought("2025-12-01", "baby"));
        add(
                "multi_category",
                shopper()
                        .bought("2025-10-01", "baby")
                        .bought("2025-11-01", "home")
                        .bought("2025-12-01", "garden"),
                shopper()
                        .bought("2024-10-01", "baby")
                        .bought("2025-11-01", "home")
                        .bought("2025-12-01", "garden"));
        add(
                "app_users",
                shopper().each("Product Viewed", List.of("2025-12-01", "2025-12-02", "2025-12-03"), "channel", "app"),
                shopper()
                        .each("Product Viewed", List.of("2025-12-01", "2025-12-02"), "channel", "app")
                        .each("Product Viewed", List.of("2025-11-01", "2025-11-02", "2025-11-03"), "channel", "web"));
        add(
                "gift_buyers",
                shopper().order("2025-11-28", "30", "gift", true),
                shopper().order("2025-10-28", "30", "gift", true).order("2025-11-28", "30", "gift", false));
    }

    private static Shopper researcher() {
        Shopper shopper = shopper();
        for (String month : List.of("2025-10", "2025-11")) {
            shopper.did("Product Viewed", month + "-01", "session_id", month + "a")
                    .did("Product Viewed", month + "-02", "session_id", month + "b")
                    .did("Product Viewed", month + "-03", "session_id", month + "c")
                    .order(month + "-06", "90");
        }
        return shopper;
    }

    private void carts() {
        Shopper thrice = shopper();
        Shopper twice = shopper();
        for (String day : List.of("2025-11-03", "2025-11-10", "2025-11-20")) {
            thrice.did("Product Added", day, "cart_id", day);
            twice.did("Product Added", day, "cart_id", day);
        }
        twice.order("2025-11-20T18:00", "30", "cart_id", "2025-11-20");
        add("serial_cart_abandoners", thrice, twice);
        add(
                "cart_abandoners",
                shopper().did("Product Added", "2025-12-13", "cart_id", "k"),
                shopper().did("Product Added", "2025-12-15T09:00", "cart_id", "k"));
        add(
                "checkout_abandoners",
                shopper().did("Checkout Started", "2025-12-14", "cart_id", "k"),
                shopper()
                        .did("Checkout Started", "2025-12-14", "cart_id", "k")
                        .order("2025-12-14T12:10", "30", "cart_id", "k"));
        add(
                "browse_abandoners",
                shopper().each("Product Viewed", List.of("2025-12-10", "2025-12-11", "2025-12-12")),
                shopper()
                        .each("Product Viewed", List.of("2025-12-10", "2025-12-11", "2025-12-12"))
                        .did("Product Added", "2025-12-12", "cart_id", "k"));
        add(
                "searched_not_bought",
                shopper().did("Products Searched", "2025-12-12"),
                shopper().did("Products Searched", "2025-12-12").orders("2025-12-12T15:00"));
    }

    private void price() {
        add(
                "weekend_bargain_hunters",
                discounted("2025-12-06", "2025-11-29").orders("2025-12-03", "2025-12-02"),
                discounted("2025-12-06", "2025-11-29", "2025-12-03", "2025-12-02"));
        add(
                "price_sensitive",
                discounted("2025-12-06", "2025-11-29").orders("2025-12-03"),
                discounted("2025-12-06").orders("2025-11-29", "2025-12-03"));
        add(
                "growing",
                shopper().order("2025-08-01", "100").order("2025-11-01", "125"),
                shopper().order("2025-08-01", "100").order("2025-11-01", "124"));
        add(
                "declining",
                shopper().order("2025-08-01", "100").order("2025-11-01", "49"),
                shopper().order("2025-08-01", "100").order("2025-11-01", "50"));
        add(
                "high_value_low_margin",
                shopper().order("2025-11-01", "900").told("margin_share", 0.1),
                shopper().order("2025-11-01", "100").told("margin_share", 0.1));
    }

    private static Shopper discounted(String... days) {
        Shopper shopper = shopper();
        for (String day : days) {
            shopper.order(day, "30", "discount", money("5"));
        }
        return shopper;
    }

    private void rhythm() {
        add("waiting_for_second", shopper().orders("2025-11-01"), shopper().orders("2025-11-25"));
        add(
                "overdue_own_rhythm",
                shopper().orders("2025-08-01", "2025-08-31", "2025-09-30", "2025-10-20"),
                shopper().orders("2025-08-01", "2025-09-15", "2025-10-30", "2025-12-10"));
        add(
                "replenishment_due",
                shopper().orders("2025-08-17", "2025-09-16", "2025-10-16", "2025-11-15"),
                shopper().orders("2025-08-17", "2025-09-16", "2025-10-16", "2025-12-05"));
        add(
                "regulars",
                shopper().orders("2025-06-10", "2025-07-10", "2025-08-10", "2025-10-10", "2025-11-10"),
                shopper().orders("2025-07-10", "2025-08-10", "2025-10-10", "2025-11-10", "2025-12-10"));
        add(
                "came_back",
                shopper().orders("2025-02-01", "2025-12-01"),
                shopper().orders("2025-02-01", "2025-09-01", "2025-12-01"));
        add(
                "frequent_returners",
                shopper()
                        .orders("2025-10-01", "2025-10-10", "2025-11-01")
                        .did("Order Refunded", "2025-11-20", "order_id", "o0", "revenue", money("30")),
                shopper()
                        .orders("2025-10-01", "2025-10-10", "2025-10-20", "2025-11-01")
                        .did("Order Refunded", "2025-11-20", "order_id", "o0", "revenue", money("30")));
    }

    private void mail() {
        List<String> three = List.of("2025-12-01", "2025-12-05", "2025-12-10");
        add(
                "opened_not_bought",
                shopper().each("Message Opened", three),
                shopper().each("Message Opened", three).orders("2025-12-11"));
        add(
                "mail_sunset",
                shopper().each("Message Sent", TEN_DAYS),
                shopper().each("Message Sent", TEN_DAYS).did("Message Opened", "2025-10-02"));
        add(
                "many_tickets",
                shopper().each("Ticket Opened", three).orders("2025-12-01"),
                shopper().each("Ticket Opened", three).orders("2025-12-01", "2025-12-02", "2025-12-03"));
        add(
                "reachable_by_mail",
                shopper().told("consent.email", true).told("reach.email", true),
                shopper().told("consent.email", true).told("reach.email", true).did("Message Bounced", "2025-12-01"));
    }

    private void people() {
        Shopper hurried = shopper()
                .told("answer.lifestage", "primer hijo")
                .did("Product Viewed", "2025-12-01T10:00", "session_id", "s")
                .order("2025-12-01T10:08", "30", "session_id", "s");
        Shopper old = shopper()
                .told("answer.lifestage", "2024-11-01", "primer hijo")
                .told("consent.email", true)
                .did("Product Viewed", "2025-12-01T10:00", "session_id", "s")
                .order("2025-12-01T10:08", "30", "session_id", "s");
        add("first_time_parents", hurried.told("consent.email", true), old);
        add(
                "vip_without_visit",
                shopper().told("net_12m", money("900")).told("orders_12m", BigDecimal.valueOf(4)),
                shopper().told("net_12m", money("100")).told("orders_12m", BigDecimal.valueOf(4)));
        add(
                "birthday_near",
                shopper().told("birth_on", LocalDate.of(1984, 12, 28)),
                shopper().told("birth_on", LocalDate.of(1984, 12, 30)));
        add(
                "customer_anniversary",
                shopper().told("created_on", LocalDate.of(2023, 12, 13)),
                shopper().told("created_on", LocalDate.of(2025, 12, 13)));
        add(
                "new_subscribers",
                shopper().told("created_on", LocalDate.of(2025, 12, 1)),
                shopper().told("created_on", LocalDate.of(2025, 12, 1)).orders("2025-12-02"));
    }
}
