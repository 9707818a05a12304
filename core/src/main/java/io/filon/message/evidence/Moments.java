package io.filon.message.evidence;

import io.filon.behaviour.trigger.TriggerName;
import io.filon.message.evidence.Evidence.Role;
import io.filon.message.evidence.Figure.Better;
import io.filon.message.evidence.Figure.Unit;
import io.filon.stats.FalseShare;
import io.filon.stats.incidence.MedianInterval;
import io.filon.store.Sql;
import io.filon.store.Store;
import io.filon.text.Phrase;
import io.filon.text.Phrase.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// When to speak to the group and through what: how often it comes back, what it does on which days more than others,
/// what sets purchases off, and how many can be written to.
final class Moments {

    private static final Set<String> WHEN = Set.of("weekday", "weekend", "hours", "payday", "device");
    private static final double FEWEST_TIMES = 1.15;
    private static final double FEWEST_SHARE = 0.1;

    private final Store store;
    private final Group group;
    private final People people;
    private final double errorRate;
    private final long least;
    private final List<Evidence> found = new ArrayList<>();

    Moments(Findings asked, Group group, People people) {
        this.store = asked.store();
        this.group = group;
        this.people = people;
        this.errorRate = asked.errorRate();
        this.least = asked.least();
    }

    List<Evidence> find() {
        reach();
        rhythm();
        habits();
        trigger();
        return List.copyOf(found);
    }

    private record Channel(String channel, long open, long allowed) {}

    /// The channel through which most may be written to: those who said yes where files say so, else who did not
    /// refuse. Of equals e-mail, then the telephone.
    private void reach() {
        List<Channel> channels = store.query(
                Sql.of(
                        "select channel, open, allowed from message_reach where segment = ? order by "
                                + "case channel when 'email' then 0 when 'sms' then 1 when 'phone' then 2 else 3 end",
                        group.key()),
                Channel.class);
        boolean stated = channels.stream().anyMatch(channel -> channel.allowed > 0);
        ToLongFunction<Channel> reached = stated ? Channel::allowed : Channel::open;
        channels.stream()
                .filter(channel -> reached.applyAsLong(channel) > 0)
                .reduce((one, other) -> reached.applyAsLong(other) > reached.applyAsLong(one) ? other : one)
                .ifPresent(channel -> {
                    long open = reached.applyAsLong(channel);
                    Phrase says = Phrase.of(
                            stated ? "message.evidence.reach.allowed" : "message.evidence.reach.open",
                            new Value.Word("segment.channel." + channel.channel),
                            new Value.Count(open),
                            new Value.Count(people.size()));
                    Figure figure = Figure.certain((double) open, Unit.COUNT, Better.MORE);
                    add("reach", channel.channel, figure, open, "message_reach", says);
                });
    }

    private void rhythm() {
        int[] gaps = people.rows().stream()
                .map(People.Row::ownGapDays)
                .filter(Objects::nonNull)
                .mapToInt(gap -> (int) Math.round(gap))
                .toArray();
        if (gaps.length < Math.max(1, least)) {
            return;
        }
        MedianInterval median = MedianInterval.of(gaps);
        Phrase says = Phrase.of(
                "message.evidence.rhythm",
                new Value.Decimal(median.median(), 0),
                new Value.Decimal(median.low(), 0),
                new Value.Decimal(median.high(), 0),
                new Value.Count(gaps.length));
        Figure figure = new Figure(
                median.median(),
                Math.min(median.low(), median.median()),
                Math.max(median.high(), median.median()),
                Unit.DAYS,
                Better.MORE);
        add("rhythm", "", figure, gaps.length, "message_customers", says);
    }

    private record Habit(
            String habit,
            String value,
            double people,
            double shares,
            double squares,
            double otherPeople,
            double otherShares,
            double otherSquares) {

        Contrast contrast() {
            return new Contrast(
                    shares / people,
                    Contrast.meanVariance(shares, squares, people),
                    people,
                    otherShares / otherPeople,
                    Contrast.meanVariance(otherShares, otherSquares, otherPeople),
                    otherPeople);
        }
    }

    /// The habits of time and device that the group has clearly more than all others, one of each kind.
    private void habits() {
        List<Habit> habits = store
                .query(
                        Sql.of(
                                "select habit, value, people, shares, squares, other_people, other_shares, "
                                        + "other_squares from message_habits where segment = ? order by habit, value",
                                group.key()),
                        Habit.class)
                .stream()
                .filter(habit -> WHEN.contains(habit.habit) && !habit.value.equals("rest"))
                .filter(habit -> habit.people > 1
                        && habit.otherPeople > 1
                        && habit.contrast().tells(least))
                .toList();
        double[] q = FalseShare.adjusted(
                habits.stream().mapToDouble(habit -> habit.contrast().p()).toArray());
        List<Habit> told = IntStream.range(0, q.length)
                .filter(i -> q[i] <= errorRate)
                .mapToObj(habits::get)
                .filter(habit -> habit.contrast().own() >= FEWEST_SHARE
                        && habit.contrast().own()
                                >= FEWEST_TIMES * habit.contrast().other())
                .sorted(Comparator.comparingDouble(
                        habit -> habit.contrast().other() - habit.contrast().own()))
                .toList();
        for (String kind : List.of("weekday", "weekend", "hours", "payday", "device")) {
            told.stream().filter(habit -> habit.habit.equals(kind)).findFirst().ifPresent(this::add);
        }
    }

    private void add(Habit habit) {
        Contrast contrast = habit.contrast();
        Phrase says = Phrase.of(
                "message.evidence.habit",
                new Value.Word("behaviour.habit." + habit.habit + "." + habit.value),
                new Value.Share(contrast.own()),
                new Value.Share(contrast.low()),
                new Value.Share(contrast.high()),
                new Value.Share(contrast.other()),
                new Value.Count((long) habit.people));
        Figure figure = new Figure(contrast.own(), contrast.low(), contrast.high(), Unit.SHARE, Better.MORE);
        add("habit." + habit.habit, habit.value, figure, (long) habit.people, "message_habits", says);
    }

    private record Trigger(
            String kind,
            String name,
            long times,
            int windowHours,
            @Nullable Double lift,
            @Nullable Double low,
            @Nullable Double high) {}

    /// What sets purchases off: looked at in the whole base, and said so.
    private void trigger() {
        List<Trigger> triggers = store.query(
                Sql.of("select kind, name, times, window_hours, lift, low, high from triggers "
                        + "where state = 'found' and lift is not null and low is not null and high is not null "
                        + "order by place limit 1"),
                Trigger.class);
        for (Trigger trigger : triggers) {
            double lift = Objects.requireNonNullElse(trigger.lift, 1.0);
            double low = Math.min(lift, Objects.requireNonNullElse(trigger.low, lift));
            double high = Math.max(lift, Objects.requireNonNullElse(trigger.high, lift));
            Phrase says = Phrase.of(
                    "message.evidence.trigger",
                    new Value.Said(TriggerName.of(trigger.kind, trigger.name)),
                    new Value.Decimal(lift, 1),
                    new Value.Decimal(low, 1),
                    new Value.Decimal(high, 1));
            // what is no message of ours may also be spoken of
            Role role = trigger.kind.equals("payday") || trigger.kind.equals("price") ? Role.RELEVANCE : Role.REACH;
            String about = trigger.kind.equals("payday") ? trigger.name : trigger.kind;
            Figure figure = new Figure(lift, low, high, Unit.TIMES, Better.MORE);
            found.add(Evidence.measured("trigger", role, about, figure, trigger.times, "triggers", says));
        }
    }

    private void add(String id, String about, Figure figure, long customers, String table, Phrase says) {
        found.add(Evidence.measured(id, Role.REACH, about, figure, customers, table, says));
    }
}
