package io.filon.rule;

import io.filon.rule.reference.History;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Generated histories over [RandomConditions#CATALOGUE]: bursts, instants exactly on the edges of windows as seen from
/// the instants asked about, clock changes, repeated and late events, facts never told or told again, several zones.
public record RandomHistories(RandomGenerator random) {

    public static final ZoneId BRAND = ZoneId.of("Europe/Madrid");

    /// Instants to ask about: both clock changes, month ends, 29 February, midnights of several zones, and plain
    /// days.
    public static final List<Instant> INSTANTS = List.of(
            Instant.parse("2024-03-31T12:00:00Z"),
            Instant.parse("2024-03-31T01:30:00Z"),
            Instant.parse("2024-03-30T23:00:00Z"),
            Instant.parse("2024-02-29T22:59:59.999999Z"),
            Instant.parse("2024-10-27T01:00:00Z"),
            Instant.parse("2024-04-30T10:15:00Z"),
            Instant.parse("2025-02-28T12:00:00Z"));

    private static final List<String> ZONES =
            List.of("", "Europe/Madrid", "America/Mexico_City", "Asia/Tokyo", "Atlantic/Canary");

    private static final List<Window> EDGES = List.of(
            new Window.Last(new Span(1, Span.Unit.DAY)),
            new Window.Last(new Span(7, Span.Unit.DAY)),
            new Window.Last(new Span(30, Span.Unit.DAY)),
            new Window.Last(new Span(24, Span.Unit.HOUR)),
            new Window.Last(new Span(1, Span.Unit.MONTH)),
            new Window.Last(new Span(90, Span.Unit.DAY)),
            new Window.Calendar(Span.Unit.DAY, 1, 0),
            new Window.Calendar(Span.Unit.WEEK, 1, 1),
            new Window.Calendar(Span.Unit.MONTH, 1, 1),
            new Window.Calendar(Span.Unit.YEAR, 1, 0));

    public List<History> histories(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> history("c%03d".formatted(i)))
                .toList();
    }

    public History history(String id) {
        List<History.Event> events = new ArrayList<>();
        int size = random.nextInt(4) == 0 ? 0 : random.nextInt(1, 14);
        Instant at = instant();
        for (int i = 0; i < size; i++) {
            at = random.nextInt(3) == 0 ? instant() : at.plusSeconds(pick(List.of(0, 60, 1800, 3600, 86_400)));
            events.add(event(id + "-" + i, at));
        }
        repeatAndDelay(events);
        return new History(id, pick(ZONES), pick(List.of("", "", "acme", "initech")), facts(), events, memberships());
    }

    /// Some events arrive twice, some long after they happened.
    private void repeatAndDelay(List<History.Event> events) {
        for (int i = events.size() - 1; i >= 0; i--) {
            if (random.nextInt(6) == 0) {
                events.add(random.nextInt(events.size() + 1), events.get(i));
            }
            if (random.nextInt(6) == 0) {
                events.add(random.nextInt(events.size()), events.remove(i));
            }
        }
    }

    private History.Event event(String id, Instant at) {
        String name = pick(List.of(
                "Order Completed",
                "Order Completed",
                "Order Completed",
                "Product Added",
                "Product Viewed",
                "Product Viewed",
                "Order Refunded",
                "Order Cancelled"));
        Map<String, Object> properties = new HashMap<>();
        put(properties, "order_id", pick(List.of("o1", "o2", "o3", "o4", "o5", "o6")));
        if (name.equals("Order Refunded")) {
            put(properties, "revenue", pick(List.of(money("5"), money("12.5"))));
        }
        if (!name.startsWith("Order") || name.equals("Order Completed")) {
            put(properties, "channel", pick(List.of("web", "app", "store")));
            put(properties, "session_id", pick(List.of("s1", "s2", "s3")));
            put(properties, "cart_id", pick(List.of("k1", "k2")));
            put(properties, "units", BigDecimal.valueOf(random.nextInt(5)));
        }
        if (!name.equals("Order Completed")) {
            return new History.Event(id, name, at, properties, List.of());
        }
        put(properties, "revenue", pick(List.of(money("10"), money("12.5"), money("25"), money("99.99"))));
        put(properties, "weight", pick(List.of(0.5, 1.0, 2.0, 7.0)));
        put(properties, "gift", random.nextBoolean());
        put(properties, "tags", pick(List.of(List.of(), List.of("web"), List.of("a", "baby"))));
        put(properties, "deadline", at.plusSeconds(pick(List.of(-1, 0, 86_400, 86_401))));
        put(properties, "due_on", day());
        put(properties, "ship_to", place());
        List<Map<String, Object>> items =
                IntStream.range(0, random.nextInt(4)).mapToObj(i -> item()).toList();
        return new History.Event(id, name, at, properties, items);
    }

    private Map<String, Object> item() {
        Map<String, Object> item = new HashMap<>();
        put(item, "category", pick(List.of("baby", "home", "app")));
        put(item, "price", pick(List.of(money("10"), money("12.5"), money("25"))));
        put(item, "discount", pick(List.of(money("0"), money("10"))));
        return item;
    }

    private List<History.Stated> facts() {
        List<History.Stated> facts = new ArrayList<>();
        for (Fact fact : RandomConditions.CATALOGUE.facts()) {
            for (int i = random.nextInt(4) - 1; i > 0; i--) {
                Object value = random.nextInt(6) == 0 ? History.Unknown.UNKNOWN : value(fact);
                facts.add(new History.Stated(
                        fact.name(), instant(), pick(List.of("zero_party", "observed", "imported")), value));
            }
        }
        return facts;
    }

    private Object value(Fact fact) {
        return switch (fact.type()) {
            case TEXT -> pick(List.of("web", "app", "store", "a", "baby"));
            case COUNT -> BigDecimal.valueOf(random.nextInt(5));
            case MONEY -> pick(List.of(money("0"), money("10"), money("12.5"), money("-5")));
            case NUMBER, SHARE, DAYS -> pick(List.of(0.5, 1.0, 2.0, 7.0));
            case DATE -> day();
            case FLAG -> random.nextBoolean();
            case LIST -> pick(List.of(List.of(), List.of("web"), List.of("a", "baby")));
            case PLACE -> place();
            case INSTANT -> instant();
        };
    }

    private List<History.Membership> memberships() {
        List<History.Membership> memberships = new ArrayList<>();
        for (String segment : List.of("Nuevos", "Dormidos", "Loyal")) {
            if (random.nextBoolean()) {
                Instant from = instant();
                boolean open = random.nextBoolean();
                memberships.add(new History.Membership(
                        segment, from, open ? Range.FOREVER : from.plusSeconds(pick(List.of(1, 86_400, 864_000)))));
            }
        }
        return memberships;
    }

    /// On the edge of a window seen from one of the instants asked about, a microsecond beside it, or anywhere.
    private Instant instant() {
        Instant now = pick(INSTANTS);
        if (random.nextInt(3) == 0) {
            return now.minusSeconds(random.nextInt(120 * 86_400));
        }
        String zone = pick(ZONES);
        ZonedDateTime seen = now.atZone(zone.isEmpty() ? BRAND : ZoneId.of(zone));
        Range range = Range.of(pick(EDGES), seen);
        Instant edge = random.nextInt(4) == 0 ? range.end() : range.from();
        return edge.plusNanos(1000L * pick(List.of(-1, 0, 0, 1)));
    }

    private static BigDecimal money(String amount) {
        return new BigDecimal(amount);
    }

    private static final List<LocalDate> DAYS = List.of(
            LocalDate.of(2024, 2, 29),
            LocalDate.of(2024, 3, 31),
            LocalDate.of(2023, 3, 31),
            LocalDate.of(2024, 4, 1),
            LocalDate.of(2024, 3, 30));

    private LocalDate day() {
        return pick(DAYS);
    }

    private Place place() {
        return pick(List.of(new Place(40.4, -3.7), new Place(41.38, 2.17), new Place(40.6, -3.7)));
    }

    /// Most properties are known.
    private void put(Map<String, Object> properties, String name, Object value) {
        if (random.nextInt(6) > 0) {
            properties.put(name, value);
        }
    }

    private <T> T pick(List<? extends T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
