package io.filon.report.segment;

import io.filon.problem.Problem;
import io.filon.report.Language;
import io.filon.rule.Condition;
import io.filon.rule.Measure;
import io.filon.rule.NamedRule;
import io.filon.rule.check.CheckedRule;
import io.filon.rule.live.LiveRules;
import io.filon.rule.live.SegmentCost;
import io.filon.rule.say.Sentence;
import io.filon.segment.Segment;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What `filon segment cost` shows; as JSON as it is.
///
/// @param sentence         the rule in words
/// @param live             whether it can be kept up to the minute; else each full update works it out again
/// @param bytesPerCustomer of each customer, whatever they do; null when it is not kept
/// @param bytesPerActiveCustomer the same of somebody with 100 events a year of every kind the rule asks for, after a
/// year
public record SegmentCostReport(
        String key,
        String name,
        String sentence,
        boolean live,
        @Nullable Long bytesPerCustomer,
        @Nullable Long bytesPerActiveCustomer,
        List<Line> conditions) {

    private static final int EVENTS_YEARLY = 100;
    private static final int YEAR = 365;

    /// @param keeps         `instants`, `values` (and the instants), `statements`, `day_figures`, `events` or `nothing`
    /// @param bytesPerEvent of each event it is about; conditions on the same events share them
    /// @param days          how long an event is kept; null for ever, or where no event is
    /// @param refused       why it cannot be kept up to the minute; null when it can
    public record Line(
            String sentence,
            String keeps,
            int bytesPerEvent,
            @Nullable Long days,
            @Nullable String refused) {}

    public static SegmentCostReport of(Segment segment, ZoneId zone, Language lang) {
        CheckedRule rule = segment.rule();
        List<Line> lines = new ArrayList<>();
        for (Condition condition : rule.rule().conditions()) {
            lines.add(line(condition, rule, zone, lang));
        }
        boolean live = LiveRules.problems(rule).isEmpty();
        long fixed = live ? SegmentCost.of(rule, zone).fixedBytes() : 0;
        long events = live ? events(SegmentCost.of(rule, zone).lines()) : 0;
        return new SegmentCostReport(
                segment.key(),
                segment.name().in(lang.locale()),
                Sentence.of(rule, lang.messages(), lang.formats()),
                live,
                live ? fixed : null,
                live ? fixed + events : null,
                lines);
    }

    /// Conditions on the same events share them.
    private static long events(List<SegmentCost.Line> lines) {
        Map<List<String>, Long> bytes = new HashMap<>();
        for (SegmentCost.Line line : lines) {
            long days = line.days() == SegmentCost.FOREVER ? YEAR : Math.min(YEAR, line.days());
            bytes.merge(names(line.condition()), (long) line.bytesPerEvent() * EVENTS_YEARLY * days / YEAR, Math::max);
        }
        return bytes.values().stream().mapToLong(Long::longValue).sum();
    }

    private static List<String> names(Condition condition) {
        return condition instanceof Condition.Has(Measure.OfEvents of, var _)
                ? of.events().names()
                : List.of();
    }

    private static Line line(Condition condition, CheckedRule rule, ZoneId zone, Language lang) {
        CheckedRule alone = CheckedRule.check(new NamedRule(rule.name(), condition), rule.catalogue());
        String said = Sentence.clause(alone, lang.messages(), lang.formats());
        List<Problem> problems = LiveRules.problems(alone);
        if (!problems.isEmpty()) {
            return new Line(
                    said,
                    "nothing",
                    0,
                    null,
                    lang.say("segment.cost." + problems.getFirst().code()));
        }
        List<SegmentCost.Line> cost = SegmentCost.of(alone, zone).lines();
        if (cost.isEmpty()) {
            return new Line(said, "nothing", 0, null, null);
        }
        SegmentCost.Line line = cost.getFirst();
        Long days = line.bytesPerEvent() == 0 || line.days() == SegmentCost.FOREVER ? null : (Long) line.days();
        return new Line(said, keeps(condition, line, rule), line.bytesPerEvent(), days, null);
    }

    private static String keeps(Condition condition, SegmentCost.Line line, CheckedRule rule) {
        if (line.keeps() != SegmentCost.Keeps.WHOLE) {
            return line.keeps().name().toLowerCase(Locale.ROOT);
        }
        if (line.bytesPerEvent() > 0) {
            return "events";
        }
        boolean ofTheDay = condition instanceof Condition.Has(Measure.Fact fact, var _)
                && rule.catalogue()
                        .fact(fact.name())
                        .filter(known -> !known.dated())
                        .isPresent();
        return ofTheDay ? "day_figures" : "statements";
    }

    public String text(Language lang) {
        StringBuilder text = new StringBuilder(sentence).append("\n\n");
        for (Line line : conditions) {
            text.append(line.refused == null ? "✓ " : "✗ ")
                    .append(line.sentence)
                    .append("\n    ")
                    .append(line.refused == null ? kept(line, lang) : line.refused)
                    .append('\n');
        }
        text.append('\n');
        if (bytesPerCustomer == null || bytesPerActiveCustomer == null) {
            return text.append(lang.say("segment.cost.refused")).append('\n').toString();
        }
        return text.append(lang.say("segment.cost.total", bytesPerCustomer, bytesPerActiveCustomer))
                .append('\n')
                .toString();
    }

    private static String kept(Line line, Language lang) {
        String kept = lang.say("segment.cost." + line.keeps, line.bytesPerEvent);
        if (line.bytesPerEvent == 0) {
            return kept;
        }
        return kept + " "
                + (line.days == null ? lang.say("segment.cost.for_ever") : lang.say("segment.cost.days", line.days));
    }
}
