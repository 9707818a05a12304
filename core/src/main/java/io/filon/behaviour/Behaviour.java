package io.filon.behaviour;

import io.filon.behaviour.session.Sessions;
import io.filon.behaviour.session.Vocabulary;
import io.filon.store.Store;
import io.filon.workspace.Settings;

/// The stage *behaviour*: what people did on site and in the app. Needs the tables of *intake*, with or without events.
public final class Behaviour {

    private final Settings.Behaviour settings;

    public Behaviour(Settings settings) {
        this.settings = settings.behaviour();
    }

    public void run(Store store) {
        new Sessions(Vocabulary.known(), settings.sessionGapMinutes()).run(store);
    }
}
