package io.filon.rule.read;

import io.filon.rule.Claim;
import io.filon.rule.Filter;
import io.filon.rule.Measure;
import io.filon.rule.Operand;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.Month;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Reads what a value must be: a short text, a list, or a word with what it takes, `contains: ad`.
final class ClaimReader {

    private final Notes notes;
    private final TimeReader times;
    private final MeasureReader measures;

    ClaimReader(Notes notes, TimeReader times, MeasureReader measures) {
        this.notes = notes;
        this.times = times;
        this.measures = measures;
    }

    /// Nothing for `unknown` too: see [#isUnknown].
    Optional<Claim> plain(JsonNode value, String path) {
        if (value.isArray()) {
            return notes.constants(value, path).map(Claim.In::new);
        }
        Optional<Claim> claim = value.isNumber() || value.isBoolean()
                ? Optional.of(new Claim.Compare(io.filon.rule.Operator.IS, new Operand.Constant(Notes.constant(value))))
                : ClaimText.read(Notes.text(value));
        return claim.isEmpty() ? notes.refuse("rule.condition_expected", path) : claim;
    }

    static boolean isUnknown(JsonNode value) {
        return value.isString() && Notes.text(value).equals(ClaimText.UNKNOWN);
    }

    /// @param word one of [Words#CLAIMS]
    Optional<Claim> claim(String word, JsonNode value, String path) {
        return switch (word) {
            case "is" -> value.isObject() ? compare(word, value, path) : plain(value, path);
            case "is_not", "below", "at_most", "above", "at_least" -> compare(word, value, path);
            case "contains", "starts", "ends", "matches" -> {
                String text = value.isValueNode() && !value.isNull() ? value.asString() : "";
                yield text.isEmpty()
                        ? notes.refuse("rule.condition_expected", path)
                        : Optional.of(new Claim.Text(Words.meaning(Words.MATCHES, word), text));
            }
            case "has_any", "has_all", "has_none" -> {
                Filter.Quantifier quantifier = Filter.Quantifier.valueOf(
                        word.substring("has_".length()).toUpperCase(Locale.ROOT));
                yield notes.constants(value, path).map(values -> new Claim.Holds(quantifier, values));
            }
            case "size" -> size(value, path);
            case "in" -> times.window(value, path).map(Claim.When::new);
            case "anniversary" -> anniversary(value, path);
            case "weekday" -> weekdays(value, path);
            case "month" -> months(value, path);
            case "day" -> notes.constants(value, path).map(Claim.Days::new);
            case "hours" -> hours(Notes.text(value), path);
            case "before" -> before(value, path);
            case "near" -> near(value, path);
            default -> throw new IllegalStateException("no claim: " + word);
        };
    }

    private Optional<Claim> compare(String word, JsonNode value, String path) {
        return operand(value, path).map(operand -> new Claim.Compare(Words.meaning(Words.OPERATORS, word), operand));
    }

    private Optional<Operand> operand(JsonNode value, String path) {
        if (!value.isObject()) {
            String constant = Notes.constant(value);
            return constant.isEmpty()
                    ? notes.refuse("rule.condition_expected", path)
                    : Optional.of(new Operand.Constant(constant));
        }
        if (value.has("property") && !value.has("of")) {
            notes.onlyKeys(value, Set.of("property"), path + ".");
            String property = Notes.text(value.path("property"));
            return property.isEmpty()
                    ? notes.refuse("rule.condition_expected", path)
                    : Optional.of(new Operand.Property(property));
        }
        Optional<Measure> measure = measures.measure(value, Set.of("factor"), path);
        Optional<BigDecimal> factor = value.has("factor")
                ? notes.number(value.path("factor"), path + ".factor").filter(known -> known.signum() > 0)
                : Optional.of(BigDecimal.ONE);
        if (factor.isEmpty()) {
            notes.add("rule.count_expected", path + ".factor", 1);
        }
        return measure.flatMap(known -> factor.map(times -> new Operand.Of(known, times)));
    }

    private Optional<Claim> size(JsonNode value, String path) {
        Optional<Claim> claim = plain(value, path);
        if (claim.isPresent()
                && claim.get() instanceof Claim.Compare(var operator, Operand.Constant(String text))
                && text.matches("[0-9]{1,6}")) {
            return Optional.of(new Claim.Size(operator, Integer.parseInt(text)));
        }
        return notes.refuse("rule.count_expected", path, 0);
    }

    private Optional<Claim> anniversary(JsonNode value, String path) {
        String text = Notes.constant(value).replaceFirst(" *days?$", "");
        return text.matches("[0-9]{1,3}") && Integer.parseInt(text) <= 180
                ? Optional.of(new Claim.Anniversary(Integer.parseInt(text)))
                : notes.refuse("rule.anniversary_expected", path);
    }

    private Optional<Claim> weekdays(JsonNode value, String path) {
        EnumSet<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String word : notes.constants(value, path).orElse(List.of())) {
            try {
                days.add(DayOfWeek.valueOf(word.toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException e) {
                return notes.refuse("rule.weekday_expected", path, word);
            }
        }
        return days.isEmpty() ? Optional.empty() : Optional.of(new Claim.Weekdays(days));
    }

    private Optional<Claim> months(JsonNode value, String path) {
        EnumSet<Month> months = EnumSet.noneOf(Month.class);
        for (String word : notes.constants(value, path).orElse(List.of())) {
            try {
                months.add(
                        word.matches("[0-9]{1,2}")
                                ? Month.of(Integer.parseInt(word))
                                : Month.valueOf(word.toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException | DateTimeException e) {
                return notes.refuse("rule.month_expected", path, word);
            }
        }
        return months.isEmpty() ? Optional.empty() : Optional.of(new Claim.Months(months));
    }

    /// `20:00 .. 24:00`
    private Optional<Claim> hours(String text, String path) {
        String[] ends = text.split("\\.\\.", -1);
        try {
            return ends.length == 2
                    ? Optional.of(new Claim.Hours(hour(ends[0]), hour(ends[1])))
                    : notes.refuse("rule.hours_expected", path);
        } catch (DateTimeException e) {
            return notes.refuse("rule.hours_expected", path);
        }
    }

    private static LocalTime hour(String text) {
        return text.strip().equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(text.strip());
    }

    private Optional<Claim> before(JsonNode value, String path) {
        notes.onlyKeys(value, Set.of("property", "within"), path + ".");
        String property = Notes.text(value.path("property"));
        if (property.isEmpty()) {
            return notes.refuse("rule.condition_expected", path);
        }
        return times.span(value.path("within"), path + ".within").map(within -> new Claim.Before(property, within));
    }

    /// `{point: [40.42, -3.70], km: 20}`
    private Optional<Claim> near(JsonNode value, String path) {
        notes.onlyKeys(value, Set.of("point", "km"), path + ".");
        JsonNode point = value.path("point");
        if (!point.isArray()
                || point.size() != 2
                || !point.path(0).isNumber()
                || !point.path(1).isNumber()
                || !value.path("km").isNumber()) {
            return notes.refuse("rule.near_expected", path);
        }
        double latitude = point.path(0).asDouble();
        double longitude = point.path(1).asDouble();
        double km = value.path("km").asDouble();
        boolean real = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 && km > 0 && km <= 20_100;
        return real ? Optional.of(new Claim.Near(latitude, longitude, km)) : notes.refuse("rule.near_expected", path);
    }
}
