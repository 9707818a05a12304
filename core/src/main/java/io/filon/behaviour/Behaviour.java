package io.filon.behaviour;

import io.filon.behaviour.job.JobLibrary;
import io.filon.behaviour.job.SessionJobs;
import io.filon.behaviour.session.Sessions;
import io.filon.behaviour.session.Vocabulary;
import io.filon.store.Sql;
import io.filon.store.Store;
import io.filon.workspace.Settings;
import io.filon.workspace.Workspace;

/// The stage *behaviour*: what people did on site and in the app, and what for. Needs the tables of *intake* and
/// *value*, with or without events.
///
/// @param vocabulary what events' names stand for
/// @param jobs       what sessions are read for
public record Behaviour(int sessionGapMinutes, Vocabulary vocabulary, JobLibrary jobs) {

    /// With the definitions of a workspace.
    public static Behaviour of(Workspace workspace, Settings settings) {
        return new Behaviour(
                settings.behaviour().sessionGapMinutes(),
                Vocabulary.of(workspace.eventNamesFile()),
                JobLibrary.of(workspace.jobsFolder()));
    }

    public void run(Store store) {
        new Sessions(vocabulary, sessionGapMinutes).run(store);
        new SessionJobs(jobs).run(store);
        store.run(
                Sql.of("create or replace table behaviour_made as select cast(? as varchar) as definitions", stamp()));
    }

    /// Does it again unless it was done with these definitions.
    ///
    /// @return whether it had to be done
    public boolean refresh(Store store) {
        if (store.tables().contains("behaviour_made")
                && store.text(Sql.of("select definitions from behaviour_made"))
                        .filter(stamp()::equals)
                        .isPresent()) {
            return false;
        }
        run(store);
        return true;
    }

    private String stamp() {
        return "%d %x %x"
                .formatted(
                        sessionGapMinutes,
                        vocabulary.steps().hashCode(),
                        jobs.text().hashCode());
    }
}
