package io.filon.report.terminal;

import io.filon.report.Language;
import io.filon.report.section.Behaviour;

/// What customers do in one line: how much was found, and the trigger that brings most.
final class BehaviourLine {

    private BehaviourLine() {}

    static String of(Behaviour behaviour, Language lang) {
        String said = lang.say("terminal.behaviour", lang.say(behaviour.summary()));
        return behaviour.found().stream()
                .findFirst()
                .map(trigger -> lang.say("terminal.behaviour.trigger", said, lang.say(trigger.sentence())))
                .orElse(said);
    }
}
