package io.filon.report.terminal;

import io.filon.report.Language;
import io.filon.report.section.Behaviour;
import io.filon.report.section.Behaviour.Rhythm;
import io.filon.report.section.Known;
import org.jspecify.annotations.Nullable;

/// What customers do as text: what `filon behaviour` shows. What had too few data is counted in the JSON only.
public final class BehaviourText {

    private final Language lang;
    private final StringBuilder text = new StringBuilder();

    public BehaviourText(Language language) {
        this.lang = language;
    }

    public String write(Behaviour behaviour) {
        text.setLength(0);
        line(lang.say(behaviour.summary()));
        if (!behaviour.tells()) {
            return text.toString();
        }
        head("page.behaviour.triggers");
        if (behaviour.found().isEmpty()) {
            line(lang.say("page.behaviour.triggers.none"));
        }
        behaviour.triggers().stream()
                .filter(trigger -> !trigger.state().equals("too_few"))
                .forEach(trigger -> point(lang.say(trigger.sentence()), lang.say(trigger.action())));
        if (!behaviour.funnel().isEmpty()) {
            head("page.behaviour.funnel");
            behaviour
                    .funnel()
                    .forEach(step -> line("  " + lang.capital(lang.word("behaviour.step.name", step.step())) + ": "
                            + lang.count(step.visits())));
            line("  " + lang.capital(lang.word("behaviour.step.name", "purchase")) + ": "
                    + lang.count(behaviour.bought()));
            if (behaviour.leaks().isEmpty()) {
                line(lang.say("page.behaviour.leaks.none"));
            }
            behaviour.leaks().forEach(leak -> point(lang.say(leak.sentence()), lang.say(leak.action())));
            behaviour.steps().stream()
                    .filter(step -> !step.state().equals("nothing"))
                    .forEach(step -> line("• " + lang.say(step.sentence())));
        }
        head("page.behaviour.habits");
        if (behaviour.habits().isEmpty()) {
            line(lang.say("page.behaviour.habits.none"));
        }
        behaviour.habits().stream()
                .limit(12)
                .forEach(habit -> line("• "
                        + lang.say(
                                "behaviour.habit.line",
                                habit(habit.habit(), habit.value()),
                                habit.customers(),
                                lang.share(habit.daysShare()),
                                lang.share(habit.usualShare()))));
        behaviour.groupHabits().forEach(habit -> line("• " + lang.say(habit.sentence())));
        Rhythm rhythm = behaviour.rhythm();
        if (rhythm != null) {
            line(lang.say(
                    "page.behaviour.rhythm.lead",
                    rhythm.customers(),
                    lang.number(rhythm.usualGapDays(), 0),
                    rhythm.regular(),
                    rhythm.overdue()));
        }
        known(behaviour.known());
        return text.toString();
    }

    private void known(@Nullable Known known) {
        if (known == null) {
            return;
        }
        head("page.behaviour.known");
        line(lang.say(known.sentence()));
        known.blocks()
                .forEach(block -> line("• "
                        + lang.say(
                                "behaviour.block.line",
                                lang.word("behaviour.block", block.block()),
                                lang.share(Math.max(0, block.alone().share())),
                                lang.share(Math.max(0, block.last().share())),
                                lang.share(Math.max(0, block.last().low())),
                                lang.share(Math.max(0, block.last().high())))));
    }

    private String habit(String habit, String value) {
        String own = "behaviour.habit." + habit + "." + value;
        boolean ours = lang.messages().has(own) && !habit.equals("category") && !habit.equals("channel");
        return lang.capital(ours ? lang.say(own) : lang.say("behaviour.habit." + habit, value));
    }

    private void head(String key) {
        line("");
        line(lang.say(key));
    }

    private void point(String sentence, String action) {
        line("• " + sentence);
        line("  → " + action);
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
