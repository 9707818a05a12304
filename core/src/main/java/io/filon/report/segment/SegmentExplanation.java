package io.filon.report.segment;

import io.filon.report.Language;
import io.filon.rule.say.Sentence;
import io.filon.segment.Base;
import io.filon.segment.FirstMatch;
import io.filon.segment.Segment;
import io.filon.segment.explain.CustomerExplainer;
import io.filon.segment.explain.Why;
import io.filon.segment.explain.Why.Step;
import io.filon.segment.history.Moves;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What `filon segment explain` shows; as JSON as it is.
///
/// @param owner     the key of the segment the customer belongs to first; null for nobody's
/// @param ownerName as people call it; null likewise
/// @param history entries and exits of this segment that the workspace remembers, oldest first
public record SegmentExplanation(
        LocalDate asOf,
        ZoneId zone,
        String key,
        String name,
        String sentence,
        String customerId,
        boolean belongs,
        Step rule,
        @Nullable String owner,
        @Nullable String ownerName,
        List<Entry> history) {

    private static final int SHOWN = 3;

    /// @param afterOn   it happened after this day
    /// @param asOf      and by this one
    /// @param decidedAt and was known at this instant
    /// @param moved     `entered` or `left`
    /// @param reason    `new_customer`, `merged`, `gone`, `definition`, `behaviour`, `time` or `data`
    public record Entry(LocalDate afterOn, LocalDate asOf, Instant decidedAt, String moved, String reason) {}

    public static SegmentExplanation of(
            Base base, Segment segment, String customer, List<Segment> owners, Language lang) {
        Why explanation = new CustomerExplainer(base, lang.messages(), lang.formats()).explain(segment, customer);
        int number = base.index().number(explanation.customerId()).orElseThrow();
        FirstMatch first = FirstMatch.of(
                owners.stream().map(base::members).toList(), base.index().present());
        return new SegmentExplanation(
                base.asOf(),
                base.zone(),
                segment.key(),
                segment.name().in(lang.locale()),
                Sentence.of(segment.rule(), lang.messages(), lang.formats()),
                explanation.customerId(),
                explanation.belongs(),
                explanation.rule(),
                first.owner(number).orElse(null),
                first.owner(number)
                        .flatMap(key -> owners.stream()
                                .filter(each -> each.key().equals(key))
                                .findFirst())
                        .map(each -> each.name().in(lang.locale()))
                        .orElse(null),
                new Moves(base)
                        .of(number).stream()
                                .filter(move -> move.segmentKey().equals(segment.key()))
                                .map(move -> new Entry(
                                        move.afterOn(),
                                        move.asOf(),
                                        move.decidedAt(),
                                        move.entered() ? "entered" : "left",
                                        move.reason()))
                                .toList());
    }

    public String text(Language lang) {
        StringBuilder text = new StringBuilder();
        text.append(lang.say(belongs ? "segment.explain.in" : "segment.explain.out", customerId, name, lang.date(asOf)))
                .append('\n')
                .append(sentence)
                .append("\n\n");
        text.append(lang.say("segment.explain.lead")).append('\n');
        write(rule, 0, text, lang);
        text.append('\n')
                .append(whole(lang))
                .append('\n')
                .append(
                        ownerName == null
                                ? lang.say("segment.explain.nobodys")
                                : lang.say("segment.explain.owner", ownerName))
                .append('\n');
        for (Entry entry : history) {
            text.append(lang.say(
                            "segment.explain." + entry.moved(),
                            lang.date(entry.afterOn()),
                            lang.date(entry.asOf()),
                            lang.word("segment.reason", entry.reason())))
                    .append('\n');
        }
        return text.toString();
    }

    /// When the whole of it turns if nothing happens.
    private String whole(Language lang) {
        Instant instant = rule.turns().instant();
        return instant == null
                ? lang.say("segment.turns." + rule.turns().known())
                : lang.say(belongs ? "segment.turns.leaves" : "segment.turns.enters", day(instant, lang));
    }

    private String day(Instant instant, Language lang) {
        return lang.date(instant.atZone(zone).toLocalDate());
    }

    private void write(Step step, int depth, StringBuilder text, Language lang) {
        text.append("  ".repeat(depth)).append(step.holds() ? "✓ " : "✗ ");
        if (!step.kind().equals("condition")) {
            int parts = step.parts().size();
            text.append(lang.say("segment.group." + step.kind(), step.least() == null ? parts : step.least(), parts))
                    .append('\n');
            step.parts().forEach(part -> write(part, depth + 1, text, lang));
            return;
        }
        text.append(step.sentence());
        List<String> more = more(step, lang);
        if (!more.isEmpty()) {
            text.append('\n').append("  ".repeat(depth + 2)).append(String.join(" ", more));
        }
        text.append('\n');
    }

    private List<String> more(Step step, Language lang) {
        List<String> more = new ArrayList<>();
        if (step.shown() != null) {
            more.add(lang.say("segment.explain.value", step.shown()));
        }
        if (step.missing() != null) {
            more.add(lang.say(step.missing()));
        }
        if (!step.events().isEmpty()) {
            more.add(events(step.events(), lang));
        }
        Instant instant = step.turns().instant();
        if (instant != null) {
            more.add(lang.say(step.holds() ? "segment.turns.out" : "segment.turns.in", day(instant, lang)));
        }
        return more;
    }

    /// The latest first.
    private String events(List<Why.Event> events, Language lang) {
        String days = events.reversed().stream()
                .limit(SHOWN)
                .map(event -> day(event.occurred(), lang))
                .collect(Collectors.joining(", "));
        int left = Math.max(0, events.size() - SHOWN);
        return lang.say("segment.explain.events", events.size(), days, left);
    }
}
