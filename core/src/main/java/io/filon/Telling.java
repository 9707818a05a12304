package io.filon;

import io.filon.intake.SourcesYaml;
import io.filon.intake.plan.Plan;
import io.filon.message.Audiences;
import io.filon.message.Proposing;
import io.filon.message.declared.Propositions;
import io.filon.priority.OwnerTable;
import io.filon.priority.Priorities;
import io.filon.priority.Prioritising;
import io.filon.report.Audit;
import io.filon.report.AuditAssembly;
import io.filon.report.message.Cards;
import io.filon.report.priority.Priority;
import io.filon.report.priority.PriorityAssembly;
import io.filon.segment.Base;
import io.filon.segment.Library;
import io.filon.store.SideBySide;
import io.filon.store.Store;
import io.filon.text.Formats;
import io.filon.text.Messages;
import io.filon.workspace.Persona;
import io.filon.workspace.Settings;
import io.filon.workspace.Workspace;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What is told when all is computed: what the base shows, whom to serve first and what to say to whom.
///
/// @param segments the company's own; null where it keeps none
record Telling(
        Workspace workspace,
        Settings settings,
        List<Persona> personas,
        @Nullable Segments segments) {

    /// The company's segments, and the customers they are found among.
    record Segments(Base base, Library library) {}

    Audit audit(Store store, Plan plan, Propositions said, Messages messages, String currency) {
        AtomicReference<Audit> facts = new AtomicReference<>();
        AtomicReference<Cards> cards = new AtomicReference<>();
        AtomicReference<Priority> priority = new AtomicReference<>();
        Formats formats = new Formats(messages.locale(), currency);
        var columns = SourcesYaml.understood(plan, workspace.sourcesFile());
        Locale language = messages.locale();
        beside(
                store,
                List.of(
                        lane -> facts.set(
                                facts(new AuditAssembly(lane, settings, columns, messages, formats, personas))),
                        lane -> cards.set(cards(lane, said, messages, currency)),
                        lane -> priority.set(PriorityAssembly.of(prioritised(lane, settings.priorities(), language)))));
        Audit audit = facts.get();
        return audit.with(audit.strategy().with(cards.get()).with(priority.get()));
    }

    /// None needs what another makes. But segments know one way into the store, which two cannot go at once.
    private void beside(Store store, List<Consumer<Store>> parts) {
        if (segments == null) {
            SideBySide.run(store, parts);
        } else {
            parts.forEach(part -> part.accept(store));
        }
    }

    private static Audit facts(AuditAssembly assembly) {
        Audit facts = assembly.assemble();
        return facts.with(assembly.strategy(facts));
    }

    Priorities prioritised(Store store, Settings.Priorities asked, Locale language) {
        Map<String, String> names = segments == null
                ? OwnerTable.ofStages(store)
                : OwnerTable.of(segments.base, segments.library, settings, language);
        return new Prioritising(settings, asked, names).run(store);
    }

    private Cards cards(Store store, Propositions said, Messages messages, String currency) {
        return Cards.of(
                Proposing.of(store, workspace, settings, messages.locale(), currency),
                segments == null
                        ? Audiences.ofStages(messages)
                        : new Audiences(segments.base, said, messages.locale()).important(segments.library, settings));
    }
}
