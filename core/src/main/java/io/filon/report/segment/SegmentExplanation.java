package io.filon.report.segment;

import io.filon.report.Language;
import io.filon.rule.say.Sentence;
import io.filon.segment.Base;
import io.filon.segment.FirstMatch;
import io.filon.segment.Segment;
import io.filon.segment.explain.Explainer;
import io.filon.segment.explain.Explanation;
import io.filon.segment.explain.Explanation.Step;
import io.filon.segment.history.Moves;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What `filon segment explain` shows; as JSON as it is.
///
/// @param owner   the key of the segment the customer belongs to first; null for nobody's
/// @param history entries and exits of this segment that the workspace remembers, oldest first
public record SegmentExplanation(
        LocalDate asOf,
        String key,
        String name,
        String sentence,
        String customerId,
        boolean belongs,
        Step rule,
        @Nullable String owner,
        List<Entry> history) {

    /// @param afterOn   it happened after this day
    /// @param asOf      and by this one
    /// @param decidedAt and was known at this instant
    /// @param moved     `entered` or `left`
    /// @param reason    `new_customer`, `merged`, `gone`, `definition`, `behaviour`, `time` or `data`
    public record Entry(LocalDate afterOn, LocalDate asOf, Instant decidedAt, String moved, String reason) {}

    public static SegmentExplanation of(
            Base base, Segment segment, String customer, List<Segment> owners, Language lang) {
        Explanation explanation = new Explainer(base, lang.messages(), lang.formats()).explain(segment, customer);
        int number = base.index().number(explanation.customerId()).orElseThrow();
        FirstMatch first = FirstMatch.of(
                owners.stream().map(base::members).toList(), base.index().present());
        return new SegmentExplanation(
                base.asOf(),
                segment.key(),
                segment.name().in(lang.locale()),
                Sentence.of(segment.rule(), lang.messages(), lang.formats()),
                explanation.customerId(),
                explanation.belongs(),
                explanation.rule(),
                first.owner(number).orElse(null),
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
        write(rule, 0, text, lang);
        text.append('\n')
                .append(owner == null ? lang.say("segment.explain.nobodys") : lang.say("segment.explain.owner", owner))
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

    private static void write(Step step, int depth, StringBuilder text, Language lang) {
        text.append("  ".repeat(depth)).append(step.holds() ? "✓ " : "✗ ");
        if (!step.kind().equals("condition")) {
            text.append(lang.word("segment.group", step.kind())).append('\n');
            step.parts().forEach(part -> write(part, depth + 1, text, lang));
            return;
        }
        text.append(step.sentence());
        if (step.fact() != null) {
            String shown = step.shown();
            text.append(" ")
                    .append(
                            shown == null
                                    ? lang.say("segment.explain.no_value")
                                    : lang.say("segment.explain.value", shown));
        }
        if (step.missing() != null) {
            text.append(" ").append(lang.say(step.missing()));
        }
        text.append('\n');
    }
}
