package io.filon.message.draft;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.Loop;
import io.filon.demo.ShopGenerator;
import io.filon.demo.ShopOptions;
import io.filon.message.Audience;
import io.filon.message.Audiences;
import io.filon.message.Proposing;
import io.filon.message.declared.Propositions;
import io.filon.message.declared.Register;
import io.filon.progress.Progress;
import io.filon.report.Language;
import io.filon.report.message.Proposal;
import io.filon.report.message.ProposalText;
import io.filon.segment.Base;
import io.filon.segment.Library;
import io.filon.store.DuckStore;
import io.filon.testing.Golden;
import io.filon.workspace.Run;
import io.filon.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the demo shop could say, as a marketing director reads it.
@Tag("slow")
class DemoDraftsTest {

    private static final Locale SPAIN = Locale.forLanguageTag("es-ES");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path folder;

    @Test
    void drafts_pass_their_own_judge_in_every_register() throws IOException {
        Path exports = new ShopGenerator(ShopOptions.of(1, 2_000))
                .writeTo(folder, _ -> {})
                .exports();
        Workspace workspace = Workspace.at(folder.resolve("company"));
        Files.createDirectories(workspace.propositionsFolder());
        Files.copy(
                Path.of("src/main/resources/io/filon/workspace/proposition.es.yaml"),
                workspace.propositionsFolder().resolve("dormidos.yaml"));
        StringBuilder drafts = new StringBuilder();
        try (Run run = Run.begin(workspace, new DuckStore.Limits("", 1))) {
            Loop loop = new Loop(run, workspace, workspace.settings(), Progress.NONE);
            loop.understand(List.of(exports), List.of());
            Base base = loop.spokenTo();
            Library library = base.library(workspace, workspace.settings());
            Propositions propositions = Propositions.of(workspace.propositionsFolder());
            Proposing proposing = loop.proposing(SPAIN);
            for (String segment : List.of("dormant_high_value", "active_vip", "at_risk")) {
                for (Register register : Register.values()) {
                    Audience audience =
                            new Audiences(base, propositions, SPAIN).of(library.find(segment), segment, register);
                    Draft draft = proposing.draft(audience);
                    assertThat(draft.variants()).isNotEmpty();
                    for (Variant variant : draft.variants()) {
                        assertThat(proposing
                                        .checker(draft)
                                        .check(variant.text())
                                        .refusals())
                                .as(variant.text())
                                .isEmpty();
                    }
                    Language language = Language.of(register.locale(SPAIN), "EUR");
                    drafts.append(new ProposalText(language).write(Proposal.of(draft, proposing.checker(draft))))
                            .append('\n');
                }
            }
        }
        Golden.assertMatches(getClass(), "demo.txt", drafts.toString());
    }
}
