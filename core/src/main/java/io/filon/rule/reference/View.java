package io.filon.rule.reference;

import io.filon.rule.Condition;
import io.filon.rule.Measure;
import io.filon.rule.Moment;
import io.filon.rule.Range;
import io.filon.rule.Sequence;
import io.filon.rule.Span;
import io.filon.rule.Window;
import io.filon.rule.check.CheckedRule;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/// One customer seen at one instant: what each condition says and what each measure comes to.
///
/// @param now      in the zone whose calendar counts
/// @param personal whether that is the person's own
record View(History history, ZonedDateTime now, boolean personal, CheckedRule checked, Others others) {

    private static final BigDecimal PARTS = BigDecimal.valueOf(1L << 32);

    boolean holds(Condition condition) {
        return switch (condition) {
            case Condition.Has(Measure measure, var claim) ->
                value(measure)
                        .filter(value -> new Claims(this).holds(claim, checked.type(measure), value))
                        .isPresent();
            case Condition.HasBeen been -> new FactValues(this).hasBeen(been);
            case Condition.InSegment(String segment, Moment at) -> {
                Instant then = instant(at);
                yield history.memberships().stream()
                        .anyMatch(member -> member.segment().equals(segment)
                                && new Range(member.from(), member.end()).contains(then));
            }
            case Condition.EnteredSegment(String segment, Window window) ->
                history.memberships().stream()
                        .anyMatch(member -> member.segment().equals(segment) && hasHappened(window, member.from()));
            case Condition.LeftSegment(String segment, Window window) ->
                history.memberships().stream()
                        .anyMatch(member -> member.segment().equals(segment) && hasHappened(window, member.end()));
            case Condition.Bucket(BigDecimal share, String salt) ->
                BigDecimal.valueOf(lot(salt)).compareTo(share.multiply(PARTS)) < 0;
            case Condition.Top _ -> throw new IllegalStateException("'top' is asked of everybody at once");
        };
    }

    Optional<Object> value(Measure measure) {
        return switch (measure) {
            case Measure.Fact fact -> new FactValues(this).value(fact, instant(fact.at()));
            case Measure.FactAge(String fact, Span.Unit unit) -> new FactValues(this).age(fact, unit);
            case Measure.FactChanges(String fact, Window window) -> count(new FactValues(this).changes(fact, window));
            case Measure.SegmentCount() ->
                count(history.memberships().stream()
                        .filter(member -> new Range(member.from(), member.end()).contains(now.toInstant()))
                        .map(History.Membership::segment)
                        .distinct()
                        .count());
            case Measure.People people ->
                history.account().isEmpty()
                        ? Optional.empty()
                        : count(others.ofAccount(history.account(), people.rule(), personal));
            case Measure.Ratio ratio -> ratio(ratio);
            case Measure.Standing standing -> standing(standing);
            case Measure.Matches(Sequence sequence) -> count(new SequenceMatches(this).count(sequence));
            case Measure.OfEvents of -> new EventMeasures(this).value(of);
        };
    }

    static Optional<Object> count(long count) {
        return Optional.of(BigDecimal.valueOf(count));
    }

    /// Whether it lies in the window, and not after now.
    boolean hasHappened(Window window, Instant instant) {
        return !instant.isAfter(now.toInstant()) && Range.of(window, now).contains(instant);
    }

    /// [Moment.Then] is for whoever has an event at hand.
    Instant instant(Moment moment) {
        return switch (moment) {
            case Moment.Now() -> now.toInstant();
            case Moment.Ago(Span span) -> span.before(now).toInstant();
            case Moment.On(var day) -> {
                Instant end =
                        day.plusDays(1).atStartOfDay(now.getZone()).toInstant().minusNanos(1000);
                yield end.isBefore(now.toInstant()) ? end : now.toInstant();
            }
            case Moment.Then() -> throw new IllegalStateException("no event is at hand");
        };
    }

    /// Microseconds as so many of a unit.
    static double in(Span.Unit unit, long micros) {
        return micros / (unit.seconds() * 1_000_000.0);
    }

    long microsSince(Instant then) {
        return java.time.temporal.ChronoUnit.MICROS.between(then, now.toInstant());
    }

    private Optional<Object> ratio(Measure.Ratio ratio) {
        Optional<Double> top = value(ratio.top()).map(Claims::number);
        Optional<Double> bottom = value(ratio.bottom())
                .map(Claims::number)
                .filter(known -> known > 0 && known >= ratio.base().doubleValue());
        return top.flatMap(above -> bottom.map(below -> above / below));
    }

    private Optional<Object> standing(Measure.Standing standing) {
        Map<String, Object> values = others.values(standing.measure(), standing.among(), personal);
        Object own = values.get(history.customerId());
        if (own == null) {
            return Optional.empty();
        }
        return switch (standing.scale()) {
            case DECILE -> {
                long more = values.values().stream()
                        .filter(other -> Claims.order(other, own) > 0)
                        .count();
                yield count(1 + 10 * more / values.size());
            }
            case Z_SCORE -> zScore(values, Claims.number(own));
        };
    }

    private static Optional<Object> zScore(Map<String, Object> values, double own) {
        double[] all = values.values().stream().mapToDouble(Claims::number).toArray();
        double mean = java.util.Arrays.stream(all).sum() / all.length;
        double square = java.util.Arrays.stream(all)
                        .map(value -> (value - mean) * (value - mean))
                        .sum()
                / all.length;
        return square == 0 ? Optional.empty() : Optional.of((own - mean) / Math.sqrt(square));
    }

    /// The customer's number of the draw, 0 to 2³² - 1.
    private long lot(String salt) {
        try {
            byte[] hash = MessageDigest.getInstance("MD5")
                    .digest((salt + ":" + history.customerId()).getBytes(StandardCharsets.UTF_8));
            return HexFormat.fromHexDigitsToLong(HexFormat.of().formatHex(hash).substring(0, 8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has MD5", e);
        }
    }
}
