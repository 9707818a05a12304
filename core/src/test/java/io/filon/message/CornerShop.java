package io.filon.message;

import io.filon.Loop;
import io.filon.behaviour.job.JobLibrary;
import io.filon.message.check.Checker;
import io.filon.message.declared.Propositions;
import io.filon.message.declared.Register;
import io.filon.message.draft.Draft;
import io.filon.progress.Progress;
import io.filon.segment.Base;
import io.filon.store.DuckStore;
import io.filon.store.Store;
import io.filon.workspace.Run;
import io.filon.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The corner shop as a workspace with a proposition for its customers in Madrid: six, so the minimum is lowered.
public final class CornerShop implements AutoCloseable {

    public static final String PROPOSITION = """
            segment: madrid
            register: usted
            capabilities:
              cata: {text: cata antes de comprar, text_en: a tasting before you buy, source: la propia tienda}
              pago: {text: pago con tarjeta, text_en: payment by card, source: terminal del banco}
            alternatives:
              - {name: el supermercado, has: [pago], lacks: [cata], source: visita}
            facts:
              curado: {value: 8, low: 6, high: 10, unit: months, text: "{value} de curación en cada queso", text_en: "{value} of ageing in every cheese", source: ficha del productor}
            offer:
              text: 10 % de descuento en el próximo pedido
              text_en: 10 % off your next order
              discount: 10 %
              minimum_net: 12
            """;

    private static final Path SHOP = Path.of("../examples/corner-shop");
    private static final Locale SPAIN = Locale.forLanguageTag("es-ES");

    private final Run run;
    private final Loop loop;
    private final Workspace workspace;
    private final Base base;

    public CornerShop(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("segments"));
        Files.createDirectories(folder.resolve("propositions"));
        Files.writeString(folder.resolve("segments/madrid.yaml"), "name: Madrid\nrule: {region: Madrid}\n");
        Files.writeString(folder.resolve("segments/luna.yaml"), "name: Luna\nrule: {region: Luna}\n");
        workspace = Workspace.at(folder);
        run = Run.begin(workspace, new DuckStore.Limits("", 1));
        loop = new Loop(run, workspace, workspace.settings(), Progress.NONE);
        try (var files = Files.list(SHOP)) {
            List<Path> exports = files.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .toList();
            loop.understand(exports, List.of());
        }
        base = loop.spokenTo();
    }

    public Store store() {
        return run.store();
    }

    public Checker checker(Draft draft) {
        return loop.proposing(SPAIN).checker(draft);
    }

    public Draft draft(@Nullable Register register) throws IOException {
        return draft(PROPOSITION, 5, "madrid", register);
    }

    /// @param smallest customers a segment needs
    public Draft draft(String proposition, int smallest, String segment, @Nullable Register register)
            throws IOException {
        Files.writeString(workspace.settingsFile(), "segments: {smallest: %d}\n".formatted(smallest));
        Files.writeString(workspace.propositionsFolder().resolve("madrid.yaml"), proposition);
        Propositions propositions = Propositions.of(workspace.propositionsFolder());
        var library = base.library(workspace, workspace.settings());
        return new Proposing(store(), workspace.settings(), JobLibrary.builtIn(), SPAIN, "EUR")
                .draft(new Audiences(base, propositions, SPAIN).of(library.find(segment), segment, register));
    }

    @Override
    public void close() {
        run.close();
        workspace.close();
    }
}
