package io.filon.report.html;

import io.filon.report.Language;
import io.filon.report.section.Behaviour;
import io.filon.report.section.Behaviour.Hour;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What the script draws of what customers do, in the reader's words.
record BehaviourCharts(Hours hours, List<Bar> funnel, List<Bar> triggers) {

    record Hours(List<String> days, List<String> hours, List<Hour> cells) {}

    /// @param text     what it says when pointed at
    /// @param brief    what is written beside it
    /// @param low,high range of `value`
    record Bar(String label, double value, double low, double high, String text, String brief) {}

    static BehaviourCharts of(Behaviour behaviour, Language lang) {
        BehaviourView view = new BehaviourView(behaviour, lang);
        return new BehaviourCharts(
                new Hours(
                        IntStream.rangeClosed(1, 7)
                                .mapToObj(day -> lang.word("weekday", String.valueOf(day)))
                                .toList(),
                        IntStream.range(0, 24).mapToObj(String::valueOf).toList(),
                        behaviour.hours()),
                view.funnel().stream()
                        .map(step -> new Bar(
                                lang.capital(lang.word("behaviour.step.name", step.step())),
                                step.visits(),
                                step.visits(),
                                step.visits(),
                                lang.count(step.visits()) + " (" + lang.share(view.ofAll(step)) + ")",
                                lang.count(step.visits())))
                        .toList(),
                behaviour.found().stream()
                        .map(trigger -> new Bar(
                                view.name(trigger),
                                number(trigger.extra()),
                                number(trigger.extraLow()),
                                number(trigger.extraHigh()),
                                lang.number(trigger.extra(), 0) + " ("
                                        + lang.say(
                                                "page.behaviour.between",
                                                lang.number(trigger.extraLow(), 0),
                                                lang.number(trigger.extraHigh(), 0))
                                        + ")",
                                lang.number(trigger.extra(), 0)))
                        .toList());
    }

    private static double number(@Nullable Double value) {
        return value == null || value.isInfinite() ? 0 : value;
    }
}
