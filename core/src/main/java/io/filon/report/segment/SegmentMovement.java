package io.filon.report.segment;

import io.filon.report.Language;
import io.filon.segment.Segment;
import io.filon.segment.drift.Watch;
import io.filon.segment.movement.Flow;
import io.filon.segment.movement.Movement;
import io.filon.segment.movement.SizeChange;
import io.filon.segment.movement.Turnover;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What `filon segment movement` shows; as JSON as it is.
///
/// @param names  of the segments by key, in the reader's language
/// @param why    why one segment's size changed; null unless asked
/// @param alerts whether segments move otherwise than they used to; empty unless asked
public record SegmentMovement(
        Movement movement,
        Map<String, String> names,
        @Nullable SizeChange why,
        List<Watch> alerts) {

    private static final int SHOWN = 15;

    public static SegmentMovement of(
            Movement movement, List<Segment> segments, @Nullable SizeChange why, List<Watch> alerts, Language lang) {
        Map<String, String> names = new LinkedHashMap<>();
        segments.forEach(segment -> names.put(segment.key(), segment.name().in(lang.locale())));
        return new SegmentMovement(movement, names, why, alerts);
    }

    public String text(Language lang) {
        StringBuilder text = new StringBuilder();
        text.append(lang.say(
                        "segment.movement.lead",
                        lang.date(movement.from()),
                        movement.customersBefore(),
                        lang.date(movement.to()),
                        movement.customersAfter()))
                .append(' ')
                .append(lang.say(movement.recorded() ? "segment.movement.recorded" : "segment.movement.replayed"))
                .append("\n\n")
                .append(turnoverTable(lang))
                .append('\n')
                .append(
                        movement.referenceFrom() == null || movement.referenceTo() == null
                                ? lang.say("segment.movement.no_reference")
                                : lang.say(
                                        "segment.movement.reference",
                                        lang.date(movement.referenceFrom()),
                                        lang.date(movement.referenceTo())))
                .append("\n\n")
                .append(flowTable(lang));
        if (why != null) {
            text.append('\n').append(whyText(why, lang));
        }
        if (!alerts.isEmpty()) {
            text.append('\n').append(alertText(lang));
        }
        return text.toString();
    }

    private String name(String key, Language lang) {
        return names.getOrDefault(key, lang.word("segment.flow", key));
    }

    private String turnoverTable(Language lang) {
        TextTable table =
                header(lang, "name", "before", "stayed", "entered", "newcomers", "left", "gone", "after", "expected");
        for (Turnover turnover : movement.segments()) {
            Double expected = turnover.expectedAfter();
            table.add(List.of(
                    name(turnover.key(), lang),
                    lang.count(turnover.before()),
                    lang.count(turnover.stayed()),
                    lang.count(turnover.entered()),
                    lang.count(turnover.newcomers()),
                    lang.count(turnover.left()),
                    lang.count(turnover.gone()),
                    lang.count(turnover.after()),
                    expected == null ? "–" : lang.count(Math.round(expected))));
        }
        return table.print();
    }

    private String flowTable(Language lang) {
        TextTable table = new TextTable(
                2,
                List.of("from", "to", "customers").stream()
                        .map(word -> lang.say("segment.movement." + word))
                        .toList());
        List<Flow> moved = movement.flows().stream()
                .filter(flow -> !flow.from().equals(flow.to()))
                .sorted(Comparator.comparingLong(Flow::customers).reversed())
                .toList();
        for (Flow flow : moved.subList(0, Math.min(SHOWN, moved.size()))) {
            table.add(List.of(name(flow.from(), lang), name(flow.to(), lang), lang.count(flow.customers())));
        }
        long stayed = movement.flows().stream()
                .filter(flow -> flow.from().equals(flow.to()))
                .mapToLong(Flow::customers)
                .sum();
        String more = moved.size() > SHOWN ? lang.say("segment.movement.more", moved.size() - SHOWN) + "\n" : "";
        return lang.say("segment.movement.flows", stayed) + "\n" + table.print() + more;
    }

    private static TextTable header(Language lang, String... words) {
        return new TextTable(
                1,
                List.of(words).stream()
                        .map(word -> lang.say("segment.movement." + word))
                        .toList());
    }

    private String whyText(SizeChange change, Language lang) {
        TextTable table = new TextTable(
                1,
                List.of(
                        lang.say("segment.why.title", name(change.key(), lang)),
                        lang.say("segment.movement.customers")));
        table.add(List.of(lang.say("segment.why.before", lang.date(change.from())), lang.count(change.before())));
        Map<String, Long> parts = new LinkedHashMap<>();
        parts.put("merges", change.merges());
        parts.put("erasures", change.erasures());
        parts.put("data", change.data());
        parts.put("time", change.time());
        parts.put("behaviour", change.behaviour());
        parts.put("definition", change.definition());
        parts.forEach((part, customers) -> table.add(
                List.of("  " + lang.say("segment.why." + part, change.newcomers()), signed(customers, lang))));
        table.add(List.of(lang.say("segment.why.after", lang.date(change.to())), lang.count(change.after())));
        return table.print() + (change.recorded() ? "" : lang.say("segment.why.not_recorded") + "\n");
    }

    private static String signed(long customers, Language lang) {
        return customers > 0 ? "+" + lang.count(customers) : lang.count(customers);
    }

    private String alertText(Language lang) {
        TextTable table = new TextTable(
                2,
                List.of("name", "verdict", "observed", "expected", "since").stream()
                        .map(word -> lang.say("segment.alert." + word))
                        .toList());
        for (Watch watch : alerts) {
            Double expected = watch.expected();
            table.add(List.of(
                    name(watch.key(), lang),
                    lang.word("segment.alert", SegmentList.word(watch.verdict())),
                    lang.count(watch.observed()),
                    expected == null ? "–" : lang.count(Math.round(expected)),
                    watch.alertOn() == null ? "–" : lang.date(watch.alertOn())));
        }
        return lang.say("segment.alert.lead", alerts.getFirst().months()) + "\n" + table.print();
    }
}
