package io.filon.behaviour.trigger;

import io.filon.text.Phrase;
import io.filon.text.Phrase.Value;

/// What a trigger of the table `triggers` is called in front of people.
public final class TriggerName {

    private TriggerName() {}

    public static Phrase of(String kind, String name) {
        return switch (kind) {
            case "campaign" -> Phrase.of("behaviour.trigger.campaign", new Value.Name(name));
            case "payday" -> Phrase.of("behaviour.trigger." + name);
            default -> Phrase.of("behaviour.trigger." + kind, new Value.Name(name));
        };
    }
}
