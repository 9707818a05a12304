package io.filon.rule.say;

import io.filon.rule.Claim;
import io.filon.rule.FactType;
import io.filon.rule.Measure;
import io.filon.rule.Operand;
import io.filon.rule.Operator;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// What is claimed of something, as a noun phrase that follows *have* or *with*.
///
/// @param measures names what another measure is, to compare with it
record ClaimWords(Voice voice, TimeWords times, Function<Measure, String> measures) {

    String phrase(Subject subject, Claim claim) {
        return switch (claim) {
            case Claim.Known() -> voice.say("rule.known", noun(subject));
            case Claim.Compare(Operator operator, Operand.Constant(String text)) ->
                subject.type() == FactType.FLAG
                        ? voice.say(
                                "rule.flagged." + key(operator), subject.many(), voice.constant(FactType.FLAG, text))
                        : compare(subject, key(operator), voice.constant(subject.type(), text), "");
            case Claim.Compare(Operator operator, Operand.Of(Measure measure, BigDecimal factor)) ->
                than(subject, operator, times(factor.doubleValue(), measures.apply(measure)));
            case Claim.Compare(Operator operator, Operand.Property(String name)) ->
                than(subject, operator, voice.say("rule.own", voice.property(name)));
            case Claim.Between(String low, String high) ->
                compare(subject, "between", voice.constant(subject.type(), low), voice.constant(subject.type(), high));
            case Claim.In(List<String> values) -> in(subject, values);
            case Claim.Text(Claim.Match match, String text) ->
                voice.say("rule.match." + key(match), noun(subject), voice.say("rule.quoted", text));
            case Claim.Holds(var quantifier, List<String> values) ->
                voice.say(
                        "rule.holds." + key(quantifier),
                        noun(subject),
                        values(
                                subject,
                                values,
                                switch (quantifier) {
                                    case ANY -> "or";
                                    case ALL -> "and";
                                    case NONE -> "nor";
                                }));
            case Claim.Size(Operator operator, int size) ->
                voice.say(
                        "rule.size",
                        noun(subject),
                        voice.say(
                                "rule.quantity." + key(operator),
                                voice.say(size == 1 ? "rule.value.one" : "rule.value"),
                                voice.formats().count(size)));
            case Claim.Near(double latitude, double longitude, double km) ->
                voice.say(
                        "rule.near", noun(subject), voice.number(km), voice.number(latitude), voice.number(longitude));
            case Claim.Anniversary(int days) ->
                voice.say(
                        days == 0 ? "rule.anniversary.today" : "rule.anniversary",
                        noun(subject),
                        times.span(new io.filon.rule.Span(days, io.filon.rule.Span.Unit.DAY)));
            case Claim.OfTime time -> voice.say("rule.time", noun(subject), adverb(time));
        };
    }

    /// When, of what happens at an instant: *en sábado o domingo*, *entre las 20:00 y las 24:00*.
    String adverb(Claim.OfTime claim) {
        return switch (claim) {
            case Claim.When(var window) -> {
                String said = times.window(window);
                yield said.isEmpty() ? voice.say("rule.ever") : said;
            }
            case Claim.Weekdays(var days) ->
                voice.say("rule.weekday", or(days.stream().map(times::weekday).toList()));
            case Claim.Months(var months) ->
                voice.say("rule.month", or(months.stream().map(times::month).toList()));
            case Claim.Days(List<String> days) ->
                voice.say("rule.on", or(days.stream().map(times::day).toList()));
            case Claim.Hours(var from, var to) ->
                voice.say("rule.hours", TimeWords.hour(from, false), TimeWords.hour(to, true));
            case Claim.Before(String property, var within) ->
                voice.say("rule.before", times.span(within), voice.property(property));
            case Claim.Anniversary _ -> throw new IllegalStateException("said with its noun: " + claim);
        };
    }

    /// A number of its own for each of a quantity's operands, so that the noun agrees.
    private String compare(Subject subject, String comparison, String first, String second) {
        boolean one = first.equals("1") && second.isEmpty();
        return voice.say(
                "rule.%s.%s".formatted(subject.kind(), comparison),
                one ? subject.one() : subject.many(),
                first,
                second);
    }

    String than(Subject subject, Operator operator, String other) {
        String kind = subject.type().isTime() ? "rule.than.time." : "rule.than.";
        return voice.say(kind + key(operator), named(subject, "rule.a_number_of", "rule.a_part_of"), other);
    }

    /// *1,5 veces su X*; *su X* alone when it is once.
    String times(double factor, String noun) {
        String own = voice.say("rule.own", noun);
        return factor == 1 ? own : voice.say("rule.times", voice.number(factor), own);
    }

    private String in(Subject subject, List<String> values) {
        if (subject.type() == FactType.FLAG) {
            return voice.say("rule.flagged.is", subject.many(), values(subject, values, "or"));
        }
        return compare(subject, "in", values(subject, values, "or"), "");
    }

    private String values(Subject subject, List<String> values, String word) {
        FactType type = subject.type() == FactType.LIST ? FactType.TEXT : subject.type();
        return voice.joined(
                values.stream().map(value -> voice.constant(type, value)).toList(), word);
    }

    private String or(List<String> words) {
        return voice.joined(words, "or");
    }

    /// What it is called where it is compared with another, or known, or ranked.
    String noun(Subject subject) {
        return named(subject, "rule.number_of", "rule.part_of");
    }

    private String named(Subject subject, String number, String part) {
        return switch (subject.kind()) {
            case "quantity" -> voice.say(number, subject.many());
            case "part" -> voice.say(part, subject.many());
            default -> subject.many();
        };
    }

    private static String key(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
