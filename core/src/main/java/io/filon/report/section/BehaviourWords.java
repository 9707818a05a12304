package io.filon.report.section;

import io.filon.behaviour.trigger.TriggerName;
import io.filon.report.section.Behaviour.Habit;
import io.filon.report.section.Behaviour.Leak;
import io.filon.report.section.Behaviour.Trigger;
import io.filon.report.section.BehaviourTables.LeakRow;
import io.filon.report.section.BehaviourTables.Part;
import io.filon.report.section.BehaviourTables.TriggerRow;
import io.filon.text.Phrase;
import io.filon.text.Phrase.Value;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Says what customers do, and what to do about it.
final class BehaviourWords {

    private static final Set<String> DEVICES = Set.of("mobile", "desktop", "tablet");
    private static final Set<String> OWN_VALUES = Set.of("category", "channel");
    private static final Set<String> FAILURES = Set.of("empty_search", "error_seen", "slow_page");
    private static final int HUNDRED = 100;

    private BehaviourWords() {}

    /// @param part whose behaviour was studied; null for everybody's
    static Phrase summary(
            long visits, List<Leak> leaks, List<Trigger> triggers, List<Habit> habits, @Nullable Part part) {
        if (visits == 0 && triggers.isEmpty() && habits.isEmpty()) {
            return Phrase.of("behaviour.nothing");
        }
        long found = triggers.stream()
                .filter(trigger -> trigger.state().equals("found"))
                .count();
        long people = habits.stream().mapToLong(Habit::customers).sum();
        Phrase summary = Phrase.of(
                "behaviour.summary",
                new Value.Count(visits),
                new Value.Count(found),
                new Value.Count(leaks.size()),
                new Value.Count(people));
        return part == null
                ? summary
                : Phrase.of(
                        "behaviour.summary.studied",
                        new Value.Said(summary),
                        new Value.Count(part.customers()),
                        new Value.Count(part.everybody()));
    }

    /// @param carts whether the files record carts
    static Phrase leak(LeakRow row, boolean carts) {
        return Phrase.of(
                row.moneyHigh() > 0 ? "behaviour.leak" : "behaviour.leak.unpriced",
                group(row.kind(), row.groupName()),
                new Value.Share(row.goneShare()),
                new Value.Word(
                        "behaviour.left." + row.step() + (carts || !row.step().equals("product") ? "" : "_only")),
                new Value.Share(row.otherShare()),
                new Value.Count(Math.round(row.lost())),
                new Value.Money(BehaviourTables.money(row.money())),
                new Value.Money(BehaviourTables.money(row.moneyLow())),
                new Value.Money(BehaviourTables.money(row.moneyHigh())));
    }

    static Phrase action(LeakRow row) {
        return Phrase.of("behaviour.leak.do." + row.step());
    }

    static Phrase trigger(TriggerRow row) {
        Value name = new Value.Said(TriggerName.of(row.kind(), row.name()));
        Double held = row.heldExtra();
        Double heldLow = row.heldLow();
        Double heldHigh = row.heldHigh();
        if (held != null && heldLow != null && heldHigh != null) {
            String key = row.state().equals("found")
                    ? "behaviour.trigger.measured"
                    : row.state().equals("fewer")
                            ? "behaviour.trigger.measured.fewer"
                            : "behaviour.trigger.measured.nothing";
            return Phrase.of(key, name, hundred(held), hundred(heldLow), hundred(heldHigh));
        }
        String state = isUnsure(row) ? "unsure" : row.state();
        if (row.kind().equals("payday") && !row.state().equals("too_few")) {
            return Phrase.of("behaviour.payday." + state, name, times(row.lift()), times(row.low()), times(row.high()));
        }
        return Phrase.of(
                "behaviour.trigger." + state,
                name,
                window(row),
                times(row.lift()),
                times(row.low()),
                times(row.high()),
                new Value.Count(row.purchases()));
    }

    /// Its own range speaks for it, but it is too small, or one of too many things looked at.
    private static boolean isUnsure(TriggerRow row) {
        Double low = row.low();
        Double high = row.high();
        return row.state().equals("nothing") && low != null && high != null && (low > 1 || high < 1);
    }

    static Phrase action(TriggerRow row) {
        boolean measured = row.heldExtra() != null;
        return Phrase.of(
                switch (row.state()) {
                    case "found" ->
                        measured
                                ? "behaviour.do.measured"
                                : row.kind().equals("campaign") ? "behaviour.do.test" : "behaviour.do." + row.kind();
                    case "reactive" -> "behaviour.do.reactive";
                    case "with_season" -> "behaviour.do.with_season";
                    case "fewer" -> "behaviour.do.fewer";
                    default -> measured ? "behaviour.do.measured.nothing" : "behaviour.do.nothing";
                });
    }

    /// Only what is a failure may be said to get in the way: whoever comes for help comes for something else.
    static Phrase step(String step, String state, double lift) {
        String said = state.equals("less") && !FAILURES.contains(step) ? "seldom" : state;
        return Phrase.of("behaviour.step." + said, new Value.Word("behaviour.did." + step), times(lift));
    }

    static Phrase groupHabit(
            String kind, String group, String habit, String value, double daysShare, double otherShare) {
        return Phrase.of(
                "behaviour.group_habit",
                group(kind, group),
                habit(habit, value),
                new Value.Share(daysShare),
                new Value.Share(otherShare));
    }

    /// A value of a habit: a word of ours, or a name from the files.
    static Value habit(String habit, String value) {
        boolean theirs = OWN_VALUES.contains(habit) || (habit.equals("device") && !DEVICES.contains(value));
        return theirs
                ? new Value.Said(Phrase.of("behaviour.habit." + habit, new Value.Name(value)))
                : new Value.Word("behaviour.habit." + habit + "." + value);
    }

    private static Value group(String kind, String group) {
        return kind.equals("device") && DEVICES.contains(group)
                ? new Value.Word("behaviour.group.device." + group)
                : new Value.Said(Phrase.of("behaviour.group." + kind, new Value.Name(group)));
    }

    private static Value window(TriggerRow row) {
        boolean thatDay = row.kind().startsWith("day_") && row.windowHours() > 0;
        return new Value.Word("behaviour.window." + (thatDay ? "that_day" : row.windowHours()));
    }

    private static Value times(@Nullable Double times) {
        return new Value.Decimal(times == null || times.isInfinite() ? 0 : times, times != null && times < 1 ? 2 : 1);
    }

    private static Value hundred(double share) {
        return new Value.Decimal(Math.round(10 * HUNDRED * share) / 10.0, 1); // no "-0"
    }
}
