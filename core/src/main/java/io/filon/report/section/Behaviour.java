package io.filon.report.section;

import io.filon.text.Phrase;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What customers do: when they come, where their visits stop, what sets purchases off, what is a habit of theirs.
///
/// Money is what purchases leave after their costs. Ranges are of 95 %.
///
/// @param visits    sessions on site or in the app; 0 when no file has events
/// @param visitors  whose they are
/// @param bought    visits with a purchase
/// @param hours     visits by weekday (1 Monday to 7) and hour; purchases where there are no visits
/// @param funnel    steps in order, those the files record
/// @param leaks     where a group leaves more than all others, the most money first
/// @param triggers  what from outside was looked at, what was found first
/// @param steps     what visits that end in a purchase have more, or less, than other visits of the same customer
/// @param habits    customers with each habit, the most common first
/// @param groupHabits what a group does clearly more often than all others
/// @param rhythm    how often customers come back; null when nobody did
/// @param returns   reasons of returns, the most money first
/// @param jobs      what visits are for
/// @param known     demography beside behaviour; null where nobody looked
/// @param summary   what came out, in words
public record Behaviour(
        long visits,
        long visitors,
        long bought,
        List<Hour> hours,
        List<Step> funnel,
        List<Leak> leaks,
        List<Trigger> triggers,
        List<VisitStep> steps,
        List<Habit> habits,
        List<GroupHabit> groupHabits,
        @Nullable Rhythm rhythm,
        List<Reason> returns,
        List<Job> jobs,
        @Nullable Known known,
        Phrase summary) {

    /// Where no stage looked at what customers do.
    public static final Behaviour NONE = new Behaviour(
            0,
            0,
            0,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            null,
            List.of(),
            List.of(),
            null,
            Phrase.of("behaviour.nothing"));

    /// Whether anything is known that is worth a section.
    public boolean tells() {
        return visits > 0 || !triggers.isEmpty() || !habits.isEmpty();
    }

    public List<Trigger> found() {
        return triggers.stream()
                .filter(trigger -> trigger.state().equals("found"))
                .toList();
    }

    public record Hour(int weekday, int hour, long count) {}

    /// @param step     `visit`, `product`, `cart`, `checkout`, `shipping` or `payment`
    /// @param visits   that reached it
    /// @param gone     of them that went no further
    public record Step(String step, long visits, long gone, long bought) {}

    /// @param kind       `channel`, `device`, `source`, `trait` or `segment`
    /// @param goneShare  of the group's visits that reached the step and left there
    /// @param otherShare the same among all others
    /// @param lost       purchases
    public record Leak(
            String kind,
            String group,
            String step,
            long visits,
            double goneShare,
            double otherShare,
            double lost,
            double lostLow,
            double lostHigh,
            BigDecimal money,
            BigDecimal moneyLow,
            BigDecimal moneyHigh,
            Phrase sentence,
            Phrase action) {}

    /// @param kind      `campaign`, `price` (a cut), `price_rise`, `restock`, `answer`, `payday`, or of the world
    /// outside
    ///     `day_high`, `day_low`, `day_word`
    /// @param state     `found`, `fewer` (fewer purchases after it), `nothing`, `too_few`, `with_season` (it
    ///     reached all at once), `reactive` (sent because of what customers did)
    /// @param times     how often it reached a customer
    /// @param windowHours hours after it that count
    /// @param purchases in those hours
    /// @param lift      how many times as often customers buy then; null where it cannot be told
    /// @param extra     purchases it brought
    /// @param measured  by a control group: it may be called an effect
    public record Trigger(
            String kind,
            String name,
            String state,
            long times,
            int windowHours,
            long purchases,
            @Nullable Double lift,
            @Nullable Double low,
            @Nullable Double high,
            @Nullable Double extra,
            @Nullable Double extraLow,
            @Nullable Double extraHigh,
            @Nullable BigDecimal money,
            @Nullable BigDecimal moneyLow,
            @Nullable BigDecimal moneyHigh,
            boolean measured,
            Phrase sentence,
            Phrase action) {}

    /// @param state `more`, `less` or `nothing`
    public record VisitStep(
            String step, long customers, double lift, double low, double high, String state, Phrase sentence) {}

    public record Habit(String habit, String value, long customers, double daysShare, double usualShare) {}

    public record GroupHabit(
            String kind,
            String group,
            String habit,
            String value,
            long customers,
            double daysShare,
            double otherShare,
            Phrase sentence) {}

    /// @param usualGapDays  half of the customers who come back take less
    /// @param change        how much longer (over 1) or shorter the later half of a customer's gaps is; null with
    ///     under 30 customers to tell
    /// @param low,high      its range
    /// @param regular       customers who buy at clearly even intervals
    /// @param overdue       who have stayed away more than twice their usual time
    public record Rhythm(
            long customers,
            double usualGapDays,
            @Nullable Double change,
            @Nullable Double low,
            @Nullable Double high,
            long regular,
            long overdue) {}

    public record Reason(String reason, long returns, long customers, BigDecimal amount, BigDecimal cost) {}

    /// @param job `unclear` where evidence is thin or tied
    public record Job(String job, long visits, long purchases) {}
}
