package io.filon.report.section;

import io.filon.report.section.Behaviour.GroupHabit;
import io.filon.report.section.Behaviour.Habit;
import io.filon.report.section.Behaviour.Hour;
import io.filon.report.section.Behaviour.Job;
import io.filon.report.section.Behaviour.Leak;
import io.filon.report.section.Behaviour.Reason;
import io.filon.report.section.Behaviour.Rhythm;
import io.filon.report.section.Behaviour.Step;
import io.filon.report.section.Behaviour.Trigger;
import io.filon.report.section.Behaviour.VisitStep;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads what *behaviour* found.
public final class BehaviourTables {

    private static final int LEAKS_SHOWN = 12;
    private static final int GROUP_HABITS_SHOWN = 12;
    private static final int FEWEST_WITH_TREND = 30;
    private static final double HALF_WIDTH = 1.959964;

    record LeakRow(
            String kind,
            String groupName,
            String step,
            long visits,
            double goneShare,
            double otherShare,
            double lost,
            double lostLow,
            double lostHigh,
            double money,
            double moneyLow,
            double moneyHigh) {}

    record TriggerRow(
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
            @Nullable Double money,
            @Nullable Double moneyLow,
            @Nullable Double moneyHigh,
            @Nullable Double heldExtra,
            @Nullable Double heldLow,
            @Nullable Double heldHigh) {}

    private record Cycle(
            long customers,
            @Nullable Double usualGapDays,
            long customersWithTrend,
            @Nullable Double logChange,
            @Nullable Double logChangeSpread,
            long overdueCustomers) {}

    private record StepRow(String step, long customers, double lift, double low, double high, String state) {}

    private record GroupRow(
            String kind,
            String groupName,
            String habit,
            String value,
            long people,
            double daysShare,
            double otherShare) {}

    private final Store store;

    public BehaviourTables(Store store) {
        this.store = store;
    }

    public Behaviour behaviour() {
        Set<String> there = Set.copyOf(store.tables());
        if (!there.contains("triggers") || !there.contains("barriers")) {
            return Behaviour.NONE;
        }
        List<Leak> leaks = leaks();
        List<Trigger> triggers = triggers();
        List<Habit> habits = store.query(Sql.of("""
                select habit, value, count(*) as customers, avg(days_share) as days_share, avg(usual_share) as usual_share
                from habits group by habit, value order by count(*) desc nulls last, habit, value"""), Habit.class);
        long visits = store.number(Sql.of("select count(*) from sessions"));
        return new Behaviour(
                visits,
                store.number(Sql.of("select count(distinct visitor) from sessions")),
                store.number(Sql.of("select count(*) from sessions where purchases > 0")),
                hours(visits),
                store.query(Sql.of("select step, visits, gone, bought from funnel_totals order by depth"), Step.class),
                leaks,
                triggers,
                steps(),
                habits,
                groupHabits(),
                rhythm(),
                store.query(
                        Sql.of(
                                "select * from return_reasons where reason <> '' order by amount desc nulls last, reason "
                                        + "limit 8"),
                        Reason.class),
                there.contains("job_totals")
                        ? store.query(
                                Sql.of("select job, sessions as visits, purchases from job_totals "
                                        + "order by sessions desc nulls last, job"),
                                Job.class)
                        : List.of(),
                new KnownTables(store).known(),
                BehaviourWords.summary(visits, leaks, triggers, habits, there.contains("studied") ? part() : null));
    }

    /// @param customers whose behaviour was studied
    /// @param everybody of the base
    record Part(long customers, long everybody) {}

    private Part part() {
        return store.read("studied", Part.class).getFirst();
    }

    private List<Hour> hours(long visits) {
        return store.query(
                Sql.of(
                        visits > 0
                                ? "select weekday, hour, count(*) as count from sessions where hour is not null group by 1, 2 "
                                        + "order by weekday, hour"
                                : "select weekday_of(bought_on) as weekday, cast(bought_second // 3600 as integer) as hour, "
                                        + "count(*) as count from trigger_purchases where timed group by 1, 2 order by 1, 2"),
                Hour.class);
    }

    private List<Leak> leaks() {
        boolean carts = store.number(Sql.of("select count(*) from funnel_totals where step = 'cart'")) > 0;
        return store
                .query(
                        Sql.of(
                                "select kind, group_name, step, visits, gone_share, other_share, lost, lost_low, lost_high, "
                                        + "money, money_low, money_high from barriers where state = 'found' "
                                        + "order by money desc nulls last, kind, group_name limit " + LEAKS_SHOWN),
                        LeakRow.class)
                .stream()
                .map(row -> new Leak(
                        row.kind,
                        row.groupName,
                        row.step,
                        row.visits,
                        row.goneShare,
                        row.otherShare,
                        row.lost,
                        row.lostLow,
                        row.lostHigh,
                        money(row.money),
                        money(row.moneyLow),
                        money(row.moneyHigh),
                        BehaviourWords.leak(row, carts),
                        BehaviourWords.action(row)))
                .toList();
    }

    private List<Trigger> triggers() {
        return store
                .query(
                        Sql.of(
                                "select kind, name, state, times, window_hours, purchases, lift, low, high, extra, extra_low, "
                                        + "extra_high, money, money_low, money_high, held_extra, held_low, held_high "
                                        + "from triggers order by place"),
                        TriggerRow.class)
                .stream()
                .map(row -> new Trigger(
                        row.kind,
                        row.name,
                        row.state,
                        row.times,
                        row.windowHours,
                        row.purchases,
                        row.lift,
                        row.low,
                        row.high,
                        row.extra,
                        row.extraLow,
                        row.extraHigh,
                        row.money == null ? null : money(row.money),
                        row.moneyLow == null ? null : money(row.moneyLow),
                        row.moneyHigh == null ? null : money(row.moneyHigh),
                        row.heldExtra != null,
                        BehaviourWords.trigger(row),
                        BehaviourWords.action(row)))
                .toList();
    }

    private List<VisitStep> steps() {
        return store
                .query(
                        Sql.of("select step, customers, lift, low, high, state from visit_steps "
                                + "order by case state when 'nothing' then 1 else 0 end, lift desc nulls last, step"),
                        StepRow.class)
                .stream()
                .map(row -> new VisitStep(
                        row.step,
                        row.customers,
                        row.lift,
                        row.low,
                        row.high,
                        row.state,
                        BehaviourWords.step(row.step, row.state, row.lift)))
                .toList();
    }

    private List<GroupHabit> groupHabits() {
        return store
                .query(
                        Sql.of(
                                "select kind, group_name, habit, value, people, days_share, other_share from group_habits "
                                        + "order by people * (days_share - other_share) desc nulls last, kind, group_name, habit, value "
                                        + "limit " + GROUP_HABITS_SHOWN),
                        GroupRow.class)
                .stream()
                .map(row -> new GroupHabit(
                        row.kind,
                        row.groupName,
                        row.habit,
                        row.value,
                        row.people,
                        row.daysShare,
                        row.otherShare,
                        BehaviourWords.groupHabit(
                                row.kind, row.groupName, row.habit, row.value, row.daysShare, row.otherShare)))
                .toList();
    }

    private @Nullable Rhythm rhythm() {
        Cycle cycle = store.read("cycle_totals", Cycle.class).getFirst();
        if (cycle.usualGapDays == null) {
            return null;
        }
        long regular = store.number(Sql.of("select count(*) from regular_customers"));
        Double change = cycle.logChange;
        Double spread = cycle.logChangeSpread;
        if (change == null || spread == null || cycle.customersWithTrend < FEWEST_WITH_TREND) {
            return new Rhythm(cycle.customers, cycle.usualGapDays, null, null, null, regular, cycle.overdueCustomers);
        }
        double half = HALF_WIDTH * spread / Math.sqrt((double) cycle.customersWithTrend);
        return new Rhythm(
                cycle.customers,
                cycle.usualGapDays,
                Math.exp(change),
                Math.exp(change - half),
                Math.exp(change + half),
                regular,
                cycle.overdueCustomers);
    }

    static BigDecimal money(double amount) {
        return BigDecimal.valueOf(amount).setScale(4, RoundingMode.HALF_UP);
    }
}
