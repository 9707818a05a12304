package io.filon.rule.reference;

import io.filon.rule.NamedRule;
import io.filon.rule.RandomConditions;
import io.filon.rule.check.CheckedRule;
import io.filon.rule.read.RuleYaml;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One customer built in a line, and whether a rule written as YAML holds for them.
final class Meaning {

    static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

    private final List<History.Event> events = new ArrayList<>();
    private final List<History.Stated> facts = new ArrayList<>();
    private final List<History.Membership> memberships = new ArrayList<>();
    private String zone = "";

    Meaning zone(String own) {
        zone = own;
        return this;
    }

    /// @param at Madrid's time, `2024-03-31T10:00`
    Meaning did(String event, String at, Object... properties) {
        events.add(new History.Event("e" + events.size(), event, instant(at), map(properties), List.of()));
        return this;
    }

    Meaning order(String at, String id, String revenue, List<Map<String, Object>> items) {
        events.add(new History.Event(
                "e" + events.size(),
                "Order Completed",
                instant(at),
                map("order_id", id, "revenue", new BigDecimal(revenue)),
                items));
        return this;
    }

    /// The last event arrives once more.
    Meaning again() {
        events.add(events.getLast());
        return this;
    }

    Meaning told(String fact, String at, Object value) {
        facts.add(new History.Stated(fact, instant(at), "zero_party", value));
        return this;
    }

    Meaning member(String segment, String from, String end) {
        memberships.add(new History.Membership(segment, instant(from), instant(end)));
        return this;
    }

    static Map<String, Object> map(Object... properties) {
        Map<String, Object> map = new HashMap<>();
        for (int i = 0; i < properties.length; i += 2) {
            map.put((String) properties[i], properties[i + 1]);
        }
        return map;
    }

    static Instant instant(String at) {
        return LocalDateTime.parse(at).atZone(MADRID).toInstant();
    }

    History history() {
        return new History("ann", zone, "", facts, events, memberships);
    }

    boolean holds(String rule, String now) {
        return holds(rule, now, history());
    }

    static boolean holds(String rule, String now, History history) {
        NamedRule named = RuleYaml.parse("name: Loyal\nrule: " + rule, RandomConditions.CATALOGUE);
        return !new ReferenceEvaluator(List.of(history), MADRID)
                .members(CheckedRule.check(named, RandomConditions.CATALOGUE), instant(now))
                .isEmpty();
    }
}
