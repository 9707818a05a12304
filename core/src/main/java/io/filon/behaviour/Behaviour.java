package io.filon.behaviour;

import io.filon.behaviour.barrier.Barriers;
import io.filon.behaviour.habit.Habits;
import io.filon.behaviour.session.Sessions;
import io.filon.behaviour.session.Vocabulary;
import io.filon.behaviour.trigger.Triggers;
import io.filon.store.SideBySide;
import io.filon.store.Store;
import io.filon.workspace.Settings;
import java.util.List;

/// The stage *behaviour*: what people did on site and in the app. Needs the
/// tables of *intake* and *value*, with or without events.
public final class Behaviour {

    private final Settings settings;

    public Behaviour(Settings settings) {
        this.settings = settings;
    }

    public void run(Store store) {
        new Sessions(Vocabulary.known(), settings.behaviour().sessionGapMinutes()).run(store);
        Barriers barriers = new Barriers(settings.errorRate());
        barriers.groups(store);
        SideBySide.run(
                store,
                List.of(
                        new Triggers(settings.errorRate())::run, lane -> {
                            barriers.run(lane);
                            new Habits(settings.errorRate()).run(lane);
                        }));
        Triggers.tellFacts(store);
    }
}
