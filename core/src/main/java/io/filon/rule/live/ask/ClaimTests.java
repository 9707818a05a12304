package io.filon.rule.live.ask;

import com.google.re2j.Pattern;
import io.filon.rule.Claim;
import io.filon.rule.FactType;
import io.filon.rule.Filter;
import io.filon.rule.Operand;
import io.filon.rule.Operator;
import io.filon.rule.Place;
import io.filon.rule.check.CheckedRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Makes claims ready to be asked of many values: constants typed, expressions compiled. Only claims that are settled
/// by the value, its neighbours and the zone, and so never change by time passing; nothing for the others.
public final class ClaimTests {

    @FunctionalInterface
    public interface Test {
        /// @param around the other properties of the event or item the value is of
        boolean holds(Object value, Map<String, Object> around, ZoneId zone);
    }

    private ClaimTests() {}

    public static Optional<Test> of(Claim claim, FactType type) {
        return switch (claim) {
            case Claim.Known() -> plain(_ -> true);
            case Claim.Compare(Operator operator, Operand.Constant(String text)) -> {
                Object constant = CheckedRule.constant(type, text);
                yield plain(value -> operator.holds(order(value, constant)));
            }
            case Claim.Compare(Operator operator, Operand.Property(String name)) ->
                Optional.of((value, around, _) -> {
                    Object other = around.get(name);
                    return other != null && operator.holds(order(value, other));
                });
            case Claim.Compare(Operator _, Operand.Of _) -> Optional.empty();
            case Claim.Between(String low, String high) -> {
                Object from = CheckedRule.constant(type, low);
                Object to = CheckedRule.constant(type, high);
                yield plain(value -> order(from, value) <= 0 && order(value, to) <= 0);
            }
            case Claim.In(List<String> values) -> {
                List<Object> constants = values.stream()
                        .map(value -> CheckedRule.constant(type, value))
                        .toList();
                yield plain(value -> constants.stream().anyMatch(each -> order(value, each) == 0));
            }
            case Claim.Text(Claim.Match match, String text) -> text(match, text);
            case Claim.Holds(Filter.Quantifier quantifier, List<String> values) ->
                plain(value -> holds(quantifier, values, (List<?>) value));
            case Claim.Size(Operator operator, int size) ->
                plain(value -> operator.holds(Integer.compare(((List<?>) value).size(), size)));
            case Claim.Near near -> {
                Place centre = new Place(near.latitude(), near.longitude());
                yield plain(value -> ((Place) value).km(centre) <= near.km());
            }
            case Claim.OfTime time -> time(time);
        };
    }

    private static Optional<Test> plain(Predicate<Object> test) {
        return Optional.of((value, _, _) -> test.test(value));
    }

    private static Optional<Test> text(Claim.Match match, String text) {
        return switch (match) {
            case CONTAINS -> plain(value -> ((String) value).contains(text));
            case STARTS -> plain(value -> ((String) value).startsWith(text));
            case ENDS -> plain(value -> ((String) value).endsWith(text));
            case MATCHES -> {
                Pattern pattern = Pattern.compile(text);
                yield plain(value -> pattern.matcher((String) value).find());
            }
        };
    }

    private static boolean holds(Filter.Quantifier quantifier, List<String> values, List<?> list) {
        return switch (quantifier) {
            case ANY -> values.stream().anyMatch(list::contains);
            case ALL -> list.containsAll(values);
            case NONE -> values.stream().noneMatch(list::contains);
        };
    }

    private static Optional<Test> time(Claim.OfTime claim) {
        return switch (claim) {
            case Claim.When _, Claim.Anniversary _ -> Optional.empty();
            case Claim.Weekdays(var days) ->
                Optional.of(
                        (value, _, zone) -> days.contains(moment(value, zone).getDayOfWeek()));
            case Claim.Months(var months) ->
                Optional.of(
                        (value, _, zone) -> months.contains(moment(value, zone).getMonth()));
            case Claim.Days(List<String> days) ->
                Optional.of((value, _, zone) -> {
                    String day = moment(value, zone).toLocalDate().toString();
                    return days.contains(day) || days.contains(day.substring(5));
                });
            case Claim.Hours(LocalTime from, LocalTime to) ->
                Optional.of((value, _, zone) -> {
                    LocalTime time = moment(value, zone).toLocalTime();
                    boolean after = !time.isBefore(from);
                    boolean before = time.isBefore(to);
                    return from.isBefore(to) ? after && before : after || before;
                });
            case Claim.Before(String property, var within) ->
                Optional.of((value, around, zone) -> {
                    Object other = around.get(property);
                    Instant then = moment(value, zone).toInstant();
                    return other != null
                            && !then.isAfter(deadline(other, zone))
                            && !then.isBefore(deadline(other, zone).minus(within.elapsed()));
                });
        };
    }

    private static ZonedDateTime moment(Object value, ZoneId zone) {
        return value instanceof LocalDate day ? day.atStartOfDay(zone) : ((Instant) value).atZone(zone);
    }

    private static Instant deadline(Object value, ZoneId zone) {
        return value instanceof LocalDate day
                ? day.plusDays(1).atStartOfDay(zone).toInstant().minusNanos(1000)
                : (Instant) value;
    }

    public static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    /// Exact where both are, else as `double`, as the reference has it.
    public static int order(Object left, Object right) {
        if ((left instanceof Number && right instanceof Number && left.getClass() != right.getClass())
                || left instanceof Double) {
            return Double.compare(number(left) + 0.0, number(right) + 0.0);
        }
        return FactType.order(left, right);
    }
}
