package io.filon.rule.explain;

import io.filon.text.Messages;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;

/// An explanation in the reader's words: for each part one line on whether it holds, its value, what is missing, how
/// many events count and when it turns by itself. What the part is, a sentence of the rule says.
///
/// @param zone whose clock the reader's dates are by
public record ExplanationLines(Messages messages, ZoneId zone) {

    /// @param depth how far inside the rule the part lies; 0 for the whole
    public record Line(int depth, Explanation.Part part, String text) {}

    public List<Line> of(Explanation explanation) {
        List<Line> lines = new ArrayList<>();
        add(explanation.part(), 0, lines);
        return lines;
    }

    private void add(Explanation.Part part, int depth, List<Line> lines) {
        List<String> said = new ArrayList<>();
        said.add(messages.say(part.holds() ? "explain.holds" : "explain.not"));
        if (part.parts().isEmpty()) {
            said.add(
                    switch (part.value()) {
                        case Explanation.Value.Known(Object value) -> messages.say("explain.value", shown(value));
                        case Explanation.Value.Unknown() -> messages.say("explain.unknown");
                    });
        }
        switch (part.gap()) {
            case Explanation.Gap.None() -> {}
            case Explanation.Gap.Missing(BigDecimal amount) ->
                said.add(
                        amount.signum() == 0
                                ? messages.say("explain.missing_any")
                                : messages.say("explain.missing", amount));
            case Explanation.Gap.Excess(BigDecimal amount) -> said.add(messages.say("explain.excess", amount));
        }
        if (!part.events().isEmpty()) {
            said.add(messages.say("explain.events", part.events().size()));
        }
        said.add(flip(part));
        lines.add(new Line(depth, part, String.join("; ", said)));
        part.parts().forEach(inner -> add(inner, depth + 1, lines));
    }

    private Object shown(Object value) {
        return value instanceof Number ? value : value.toString();
    }

    private String flip(Explanation.Part part) {
        return switch (part.flip()) {
            case Explanation.Flip.Never() -> messages.say("explain.flips.never");
            case Explanation.Flip.Unknown() -> messages.say("explain.flips.unknown");
            case Explanation.Flip.At(var instant) -> {
                String moment = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                        .withLocale(messages.locale())
                        .format(instant.atZone(zone));
                yield messages.say(part.holds() ? "explain.flips.out" : "explain.flips.in", moment);
            }
        };
    }
}
