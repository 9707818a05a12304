package io.filon.rule.reference;

import com.google.re2j.Pattern;
import io.filon.rule.Claim;
import io.filon.rule.FactType;
import io.filon.rule.Filter;
import io.filon.rule.Measure;
import io.filon.rule.Moment;
import io.filon.rule.Operand;
import io.filon.rule.Operator;
import io.filon.rule.Place;
import io.filon.rule.Range;
import io.filon.rule.check.CheckedRule;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// What each claim says of a value that is known.
///
/// @param view   the customer
/// @param around the other properties of the event or item the value is of
/// @param then   when that event happened; now where there is none
record Claims(View view, Map<String, Object> around, Instant then) {

    Claims(View view) {
        this(view, Map.of(), view.now().toInstant());
    }

    boolean holds(Claim claim, FactType type, Object value) {
        return switch (claim) {
            case Claim.Known() -> true;
            case Claim.Compare(Operator operator, Operand operand) ->
                operand(operand, type)
                        .filter(other -> operator.holds(order(value, other)))
                        .isPresent();
            case Claim.Between(String low, String high) ->
                order(CheckedRule.constant(type, low), value) <= 0
                        && order(value, CheckedRule.constant(type, high)) <= 0;
            case Claim.In(List<String> values) ->
                values.stream().anyMatch(each -> order(value, CheckedRule.constant(type, each)) == 0);
            case Claim.Text(Claim.Match match, String text) -> matches(match, text, (String) value);
            case Claim.Holds(Filter.Quantifier quantifier, List<String> values) ->
                switch (quantifier) {
                    case ANY -> values.stream().anyMatch(((List<?>) value)::contains);
                    case ALL -> values.stream().allMatch(((List<?>) value)::contains);
                    case NONE -> values.stream().noneMatch(((List<?>) value)::contains);
                };
            case Claim.Size(Operator operator, int size) ->
                operator.holds(Integer.compare(((List<?>) value).size(), size));
            case Claim.Near near -> ((Place) value).km(new Place(near.latitude(), near.longitude())) <= near.km();
            case Claim.OfTime time -> time(time, moment(value));
        };
    }

    private static boolean matches(Claim.Match match, String text, String value) {
        return switch (match) {
            case CONTAINS -> value.contains(text);
            case STARTS -> value.startsWith(text);
            case ENDS -> value.endsWith(text);
            case MATCHES -> Pattern.compile(text).matcher(value).find();
        };
    }

    /// A day begins with its first instant.
    private ZonedDateTime moment(Object value) {
        return value instanceof LocalDate day
                ? day.atStartOfDay(view.now().getZone())
                : ((Instant) value).atZone(view.now().getZone());
    }

    private boolean time(Claim.OfTime claim, ZonedDateTime moment) {
        LocalDate day = moment.toLocalDate();
        return switch (claim) {
            case Claim.When(var window) -> Range.of(window, view.now()).contains(moment.toInstant());
            case Claim.Anniversary(int days) -> comesRound(MonthDay.from(day), days);
            case Claim.Weekdays(var weekdays) -> weekdays.contains(day.getDayOfWeek());
            case Claim.Months(var months) -> months.contains(day.getMonth());
            case Claim.Days(List<String> days) ->
                days.contains(day.toString()) || days.contains(day.toString().substring(5));
            case Claim.Hours(LocalTime from, LocalTime to) -> {
                LocalTime time = moment.toLocalTime();
                boolean after = !time.isBefore(from);
                boolean before = time.isBefore(to);
                yield from.isBefore(to) ? after && before : after || before;
            }
            case Claim.Before(String property, var within) ->
                Optional.ofNullable(around.get(property))
                        .map(this::deadline)
                        .filter(deadline -> !moment.toInstant().isAfter(deadline)
                                && !moment.toInstant().isBefore(deadline.minus(within.elapsed())))
                        .isPresent();
        };
    }

    private boolean comesRound(MonthDay anniversary, int days) {
        LocalDate today = view.now().toLocalDate();
        return IntStream.rangeClosed(today.getYear() - 1, today.getYear() + 1)
                .anyMatch(year -> Math.abs(ChronoUnit.DAYS.between(today, anniversary.atYear(year))) <= days);
    }

    private Instant deadline(Object value) {
        return value instanceof LocalDate day
                ? day.plusDays(1).atStartOfDay(view.now().getZone()).toInstant().minusNanos(1000)
                : (Instant) value;
    }

    private Optional<Object> operand(Operand operand, FactType type) {
        return switch (operand) {
            case Operand.Constant(String text) -> Optional.of(CheckedRule.constant(type, text));
            case Operand.Property(String name) -> Optional.ofNullable(around.get(name));
            case Operand.Of(Measure measure, BigDecimal factor) ->
                value(measure).map(value -> factor.compareTo(BigDecimal.ONE) == 0 ? value : times(value, factor));
        };
    }

    private Optional<Object> value(Measure measure) {
        return measure instanceof Measure.Fact fact && fact.at() instanceof Moment.Then
                ? new FactValues(view).value(fact, then)
                : view.value(measure);
    }

    private static Object times(Object value, BigDecimal factor) {
        return value instanceof BigDecimal exact ? exact.multiply(factor) : number(value) * factor.doubleValue();
    }

    static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    /// Exact where both are, else as `double`; words by their letters, times by the calendar, no before yes.
    static int order(Object left, Object right) {
        if ((left instanceof Number && right instanceof Number && left.getClass() != right.getClass())
                || left instanceof Double) {
            return Double.compare(number(left) + 0.0, number(right) + 0.0); // + 0.0 makes -0.0 the same as 0.0
        }
        return FactType.order(left, right);
    }
}
