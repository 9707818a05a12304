package io.filon.message;

import io.filon.behaviour.job.JobLibrary;
import io.filon.message.check.Checker;
import io.filon.message.draft.Draft;
import io.filon.message.draft.Drafting;
import io.filon.message.evidence.Findings;
import io.filon.message.evidence.GroupTables;
import io.filon.problem.FilonException;
import io.filon.problem.Problem;
import io.filon.store.Sql;
import io.filon.store.Store;
import io.filon.text.Messages;
import io.filon.workspace.Settings;
import io.filon.workspace.Workspace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Drafts propositions for groups, and judges texts for them.
public final class Proposing {

    private final Store store;
    private final Drafting drafting;

    /// What came out for one group.
    ///
    /// @param draft    null when it was refused
    /// @param problems why; empty otherwise
    public record Outcome(Audience audience, @Nullable Draft draft, List<Problem> problems) {
        public Outcome {
            problems = List.copyOf(problems);
        }
    }

    /// @param jobs     what visits are read for
    /// @param reader   who reads the drafts
    /// @param currency of the run
    public Proposing(Store store, Settings settings, JobLibrary jobs, Locale reader, String currency) {
        this.store = store;
        Messages messages = Messages.of(reader);
        Findings findings = new Findings(
                store,
                settings.errorRate(),
                settings.segments().smallest(),
                key -> jobs.job(key)
                        .map(job -> job.name().in(reader))
                        .orElseGet(() -> messages.has("visit_job." + key) ? messages.say("visit_job." + key) : key));
        this.drafting =
                new Drafting(findings, reader, currency, settings.segments().smallest());
    }

    /// @throws FilonException when the group is empty or too small, or what is offered to it leaves too little
    public Draft draft(Audience audience) {
        make(List.of(audience));
        return drafting.draft(audience.group(), audience.declared(), audience.register());
    }

    /// @param workspace whose jobs visits are read for
    public static Proposing of(Store store, Workspace workspace, Settings settings, Locale reader, String currency) {
        return new Proposing(store, settings, JobLibrary.of(workspace.jobsFolder()), reader, currency);
    }

    /// One of each, those refused with the reason.
    public List<Outcome> drafts(List<Audience> audiences) {
        make(audiences);
        List<Outcome> outcomes = new ArrayList<>();
        for (Audience audience : audiences) {
            try {
                Draft draft = drafting.draft(audience.group(), audience.declared(), audience.register());
                outcomes.add(new Outcome(audience, draft, List.of()));
            } catch (FilonException refused) {
                outcomes.add(new Outcome(audience, null, refused.problems()));
            }
        }
        return List.copyOf(outcomes);
    }

    public Checker checker(Draft draft) {
        return new Checker(store, draft, drafting.reader(), drafting.currency());
    }

    private void make(List<Audience> audiences) {
        Map<String, Sql> members = new LinkedHashMap<>();
        audiences.forEach(audience -> members.put(audience.group().key(), audience.members()));
        GroupTables.make(store, members);
    }
}
