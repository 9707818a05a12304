package io.filon.report.html;

import io.filon.behaviour.trigger.TriggerName;
import io.filon.report.Language;
import io.filon.report.section.Behaviour;
import io.filon.report.section.Behaviour.Habit;
import io.filon.report.section.Behaviour.Hour;
import io.filon.report.section.Behaviour.Step;
import io.filon.report.section.Behaviour.Trigger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the section on behaviour says more easily in Java.
public record BehaviourView(Behaviour behaviour, Language lang) {

    private static final List<String> OWN_VALUES = List.of("category", "channel");

    /// The steps, the purchase last.
    public List<Step> funnel() {
        List<Step> steps = new ArrayList<>(behaviour.funnel());
        if (!steps.isEmpty()) {
            long bought = steps.getLast().bought();
            steps.add(new Step("purchase", bought, 0, bought));
        }
        return steps;
    }

    /// Part of all visits that reached a step.
    public double ofAll(Step step) {
        return (double) step.visits() / Math.max(1, funnel().getFirst().visits());
    }

    /// A trigger's name without the sentence about it.
    public String name(Trigger trigger) {
        return lang.say(TriggerName.of(trigger.kind(), trigger.name()));
    }

    /// Found ones apart: these are told in one line each. What had too few data is not worth one.
    public List<Trigger> others() {
        return behaviour.triggers().stream()
                .filter(trigger ->
                        !trigger.state().equals("found") && !trigger.state().equals("too_few"))
                .toList();
    }

    public String habit(String habit, String value) {
        String key = "behaviour.habit." + habit + "." + value;
        return lang.messages().has(key) && !OWN_VALUES.contains(habit)
                ? lang.say(key)
                : lang.say("behaviour.habit." + habit, value);
    }

    public String habit(Habit habit) {
        return lang.capital(habit(habit.habit(), habit.value()));
    }

    /// When most visits, or purchases, are; empty when no file tells the hour.
    public String best() {
        return behaviour.hours().stream()
                .max(Comparator.comparingLong(Hour::count))
                .map(hour -> lang.say(
                        "page.behaviour.hours.best",
                        behaviour.visits() > 0 ? 0 : 1,
                        lang.word("weekday", String.valueOf(hour.weekday())),
                        hour.hour()))
                .orElse("");
    }

    public long count(int weekday, int hour) {
        return behaviour.hours().stream()
                .filter(each -> each.weekday() == weekday && each.hour() == hour)
                .mapToLong(Hour::count)
                .sum();
    }

    public String hoursChart() {
        return lang.say(behaviour.visits() > 0 ? "page.behaviour.hours.chart" : "page.behaviour.hours.chart.bought");
    }

    /// How the time between purchases changes; empty where it does not, or cannot be told.
    public String trend(Behaviour.Rhythm rhythm) {
        Double low = rhythm.low();
        Double high = rhythm.high();
        if (low == null || high == null || (low <= 1 && high >= 1)) {
            return "";
        }
        return lang.say(
                low > 1 ? "page.behaviour.rhythm.slower" : "page.behaviour.rhythm.faster",
                lang.number(rhythm.change(), 2),
                lang.number(low, 2),
                lang.number(high, 2));
    }

    public String round(@Nullable Double number) {
        return lang.number(number, 0);
    }
}
