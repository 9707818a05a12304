package io.filon.rule.template;

import io.filon.rule.EventType;
import io.filon.rule.Fact;
import io.filon.rule.FactType;
import io.filon.rule.Place;
import io.filon.rule.Range;
import io.filon.rule.reference.History;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Generated customers of [ShopCatalogue]: few kinds of events each, in bursts, some long ago and some today, so that
/// every kind of condition finds somebody and leaves somebody out.
public record ShopBase(RandomGenerator random) {

    public static final ZoneId ZONE = Shopper.MADRID;
    public static final Instant NOW = Shopper.instant("2026-03-20");
    private static final LocalDate TODAY = LocalDate.parse("2026-03-20");

    private static final Map<String, List<Object>> WORDS = Map.of(
            "city", List.of("Madrid", "León", "Sevilla"),
            "country", List.of("ES", "PT", "FR"),
            "channel", List.of("app", "web", "store"),
            "category", List.of("baby", "home", "sport"),
            "cart_id", List.of("k1", "k2", "k3"),
            "order_id", List.of("o1", "o2", "o3", "o4", "o5", "o6", "o7", "o8"));

    private static final List<String> VISIT = List.of("Product Viewed", "Product Added", "Order Completed");
    private static final List<Object> WORDS_OF_OTHERS = List.of("a", "b");

    public List<History> histories(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> history("c%04d".formatted(i), i % 3 == 0 ? "" : "account" + i / 6))
                .toList();
    }

    private History history(String id, String account) {
        List<EventType> kinds = random.nextInt(3) == 0
                ? VISIT.stream()
                        .map(name -> ShopCatalogue.CATALOGUE.event(name).orElseThrow())
                        .toList()
                : IntStream.range(0, random.nextInt(1, 5)).mapToObj(_ -> kind()).toList();
        List<History.Event> events = new ArrayList<>();
        Instant at = instant();
        int size = random.nextInt(5) == 0 ? 0 : random.nextInt(1, 16);
        for (int i = 0; i < size; i++) {
            Instant next = at.plusSeconds(pick(List.of(300, 3600, 86_400, 604_800)));
            at = random.nextInt(3) == 0 || next.isAfter(NOW) ? instant() : next;
            events.add(event(id + "-" + i, pick(kinds), at));
        }
        List<History.Stated> facts = new ArrayList<>();
        ShopCatalogue.CATALOGUE.facts().forEach(fact -> state(facts, fact));
        return new History(id, "", account, facts, events, memberships());
    }

    /// Orders more often than the rest.
    private EventType kind() {
        List<EventType> all = ShopCatalogue.CATALOGUE.events();
        return random.nextInt(3) == 0 ? all.getFirst() : pick(all);
    }

    private History.Event event(String id, EventType kind, Instant at) {
        List<Map<String, Object>> items = kind.items().isEmpty()
                ? List.of()
                : IntStream.range(0, random.nextInt(3))
                        .mapToObj(_ -> values(kind.items()))
                        .toList();
        return new History.Event(id, kind.name(), at, values(kind.properties()), items);
    }

    private Map<String, Object> values(List<EventType.Property> properties) {
        Map<String, Object> values = new HashMap<>();
        for (EventType.Property property : properties) {
            if (random.nextInt(8) > 0) {
                values.put(property.name(), value(property.name(), property.type()));
            }
        }
        return values;
    }

    /// What has no dates is known once; the rest may have changed.
    private void state(List<History.Stated> facts, Fact fact) {
        int times = random.nextInt(6) == 0 ? 0 : fact.dated() ? random.nextInt(1, 3) : 1;
        for (int i = 0; i < times; i++) {
            Instant at = fact.dated() ? instant() : Instant.EPOCH;
            facts.add(new History.Stated(fact.name(), at, "zero_party", value(fact.name(), fact.type())));
        }
    }

    private Object value(String name, FactType type) {
        return switch (type) {
            case TEXT -> pick(WORDS.getOrDefault(name, WORDS_OF_OTHERS));
            case COUNT -> BigDecimal.valueOf(random.nextInt(5));
            case MONEY -> BigDecimal.valueOf(random.nextInt(name.equals("discount") ? 40 : 500), 0);
            case NUMBER, DAYS -> (double) random.nextInt(100);
            case SHARE -> random.nextInt(100) / 100.0;
            case DATE -> TODAY.plusDays(name.startsWith("next") ? random.nextInt(60) : -random.nextInt(1500));
            case FLAG -> random.nextBoolean();
            case LIST -> pick(List.of(List.of("yoga", "surf"), List.of("golf"), List.of("yoga", "ski"), List.of()));
            case PLACE -> pick(List.of(new Place(40.42, -3.70), new Place(41.38, 2.17)));
            case INSTANT -> instant();
        };
    }

    private List<History.Membership> memberships() {
        List<History.Membership> memberships = new ArrayList<>();
        for (String segment :
                ShopCatalogue.CATALOGUE.segments().keySet().stream().sorted().toList()) {
            Instant from = instant();
            Instant end = from.plus(Duration.ofDays(random.nextInt(1, 90)));
            if (random.nextBoolean()) {
                memberships.add(new History.Membership(segment, from, end.isAfter(NOW) ? Range.FOREVER : end));
            }
        }
        return memberships;
    }

    /// Today, in the last weeks, or in the last year and a half.
    private Instant instant() {
        int hours = pick(List.of(24, 24 * 40, 24 * 550));
        return NOW.minusSeconds(random.nextInt(3600 * hours));
    }

    private <T> T pick(List<? extends T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
