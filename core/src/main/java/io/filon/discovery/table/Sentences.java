package io.filon.discovery.table;

import io.filon.discovery.confirm.Finding;
import io.filon.discovery.search.Column;
import io.filon.discovery.search.Condition;
import io.filon.text.Formats;
import io.filon.text.Messages;
import java.util.List;
import java.util.Locale;

/// Findings as a marketer would say them, in one language.
public final class Sentences {

    private final Messages messages;
    private final Formats formats;
    private final Scales scales;

    /// @param columns the attributes rules are about
    public Sentences(Locale locale, List<Column> columns) {
        this.scales = new Scales(columns);
        this.messages = Messages.of(locale);
        this.formats = new Formats(locale, "EUR");
    }

    /// *Customers with age of more than 30 and city “Madrid”: 1,240, worth 52.30 each against 24.90 on average.*
    public String of(Finding finding, double targetMean, boolean binary) {
        String who = who(finding.conditions());
        return messages.say(
                binary ? "discover.sentence.rate" : "discover.sentence.value",
                who,
                formats.count(finding.customers()),
                binary ? formats.share(finding.mean()) : number(finding.mean()),
                binary ? formats.share(targetMean) : number(targetMean));
    }

    /// *Customers with age of more than 30 and city “Madrid”*
    public String who(List<Condition> conditions) {
        List<String> parts = conditions.stream().map(this::part).toList();
        String last = parts.getLast();
        String joined = parts.size() == 1
                ? last
                : messages.say("discover.and", String.join(", ", parts.subList(0, parts.size() - 1)), last);
        return messages.say("discover.customers", joined);
    }

    /// *checked with customers who were not used to find it*
    public String grade(Finding finding) {
        return messages.say(
                "discover.grade." + finding.grade().name().toLowerCase(Locale.ROOT), formats.count(finding.toSettle()));
    }

    public String periods(Finding finding) {
        return finding.periods() < 2
                ? messages.say("discover.periods.unknown")
                : messages.say("discover.periods", finding.held(), finding.periods());
    }

    private String part(Condition condition) {
        return switch (condition) {
            case Condition.Is(String name, String value) -> messages.say("discover.is", name, value);
            case Condition.AtMost(String name, double bound) -> atMost(name, bound);
            case Condition.Above(String name, double bound) ->
                scales.of(name).flag()
                        ? messages.say("discover.flag", name)
                        : messages.say("discover.above", name, number(bound));
            case Condition.Within(String name, double low, double high) -> within(name, low, high);
            case Condition.NotStated(String name) -> messages.say("discover.not_stated", name);
        };
    }

    private String atMost(String name, double bound) {
        if (scales.of(name).flag()) {
            return messages.say("discover.no_flag", name);
        }
        return messages.say(
                bound == scales.of(name).least() ? "discover.exactly" : "discover.at_most", name, number(bound));
    }

    private String within(String name, double low, double high) {
        if (!scales.of(name).whole()) {
            return messages.say("discover.within", name, number(low), number(high));
        }
        return low + 1 == high
                ? messages.say("discover.exactly", name, number(high))
                : messages.say("discover.from_to", name, number(low + 1), number(high));
    }

    /// As many decimals as its size needs.
    String number(double value) {
        double size = Math.abs(value);
        int decimals = value == Math.rint(value) ? 0 : size >= 100 ? 0 : size >= 1 ? 2 : 4;
        return formats.number(value, decimals);
    }
}
