package io.filon.cli.message;

import io.filon.Loop;
import io.filon.cli.Failures;
import io.filon.cli.Interruption;
import io.filon.cli.Screen;
import io.filon.cli.WorkspaceOptions;
import io.filon.message.Audience;
import io.filon.message.Audiences;
import io.filon.message.Proposing;
import io.filon.message.check.Checker;
import io.filon.message.declared.Propositions;
import io.filon.message.declared.Register;
import io.filon.message.draft.Draft;
import io.filon.problem.FilonException;
import io.filon.report.Language;
import io.filon.report.message.Proposal;
import io.filon.segment.Base;
import io.filon.segment.Library;
import io.filon.segment.Segment;
import io.filon.text.Messages;
import io.filon.workspace.Run;
import io.filon.workspace.Settings;
import io.filon.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `filon propose SEGMENT`: what to say to a segment, each sentence with what it rests on; or whether a text may go
/// out.
@Command(name = "propose", mixinStandardHelpOptions = true)
public final class ProposeCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    CommandSpec spec;

    @Parameters(index = "0", paramLabel = "SEGMENT", descriptionKey = "filon.propose.SEGMENT")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    String segment;

    @Parameters(index = "1..*", paramLabel = "FILES", arity = "0..*", descriptionKey = "filon.propose.FILES")
    List<Path> files = new ArrayList<>();

    @Option(names = "--register", paramLabel = "usted|tu|en", descriptionKey = "filon.propose.register")
    @Nullable
    Register register;

    @Option(names = "--check", paramLabel = "TEXTFILE", descriptionKey = "filon.propose.check")
    @Nullable
    Path checked;

    @Option(names = "--save", descriptionKey = "filon.propose.save")
    boolean save;

    @Option(names = "--json", paramLabel = "FILE", descriptionKey = "filon.propose.json")
    @Nullable
    Path json;

    @Mixin
    WorkspaceOptions options = new WorkspaceOptions();

    @Override
    public Integer call() {
        String text = checked == null ? null : text(checked);
        try (Workspace workspace = save ? options.lastingWorkspace() : options.workspace()) {
            Settings settings = workspace.settings();
            Propositions propositions = Propositions.of(workspace.propositionsFolder());
            Messages messages = Messages.of(options.language(workspace, settings));
            Screen screen = new Screen(spec.commandLine().getErr(), messages, options);
            try (Run run = Run.begin(workspace, options.limits(settings));
                    Interruption _ = new Interruption(run::cancel)) {
                Loop loop = new Loop(run, workspace, settings, screen.progress());
                if (!screen.agrees(loop.understand(files, List.of()))) {
                    return Failures.USERS_INPUT;
                }
                Base base = loop.spokenTo();
                Library library = base.library(workspace, settings);
                Segment found = library.find(segment);
                Audience audience = new Audiences(base, propositions, messages.locale()).of(found, segment, register);
                Proposing proposing = loop.proposing(messages.locale());
                Draft draft = proposing.draft(audience);
                Checker checker = proposing.checker(draft);
                Language language = Language.of(messages.locale(), loop.currency());
                ProposeOutputs outputs = new ProposeOutputs(spec, options.quiet, json, language);
                if (text != null) {
                    screen.clear();
                    return outputs.show(Proposal.Judged.of(text, checker.check(text))) ? Failures.USERS_INPUT : 0;
                }
                if (settings.textService().configured()) {
                    draft = outputs.rephrased(
                            draft, checker, new HttpTextService(settings.textService(), System::getenv));
                }
                Proposal proposal = Proposal.of(draft, checker);
                if (!workspace.temporary()) {
                    loop.commit();
                }
                screen.clear();
                outputs.show(proposal, save ? saved(workspace, draft) : null);
                return 0;
            }
        }
    }

    private static Path saved(Workspace workspace, Draft draft) {
        String name = draft.group().key() + "." + draft.register().name() + ".txt";
        Path folder = workspace.propositionsFolder().resolve("drafts");
        try {
            return Files.createDirectories(folder).resolve(name.toLowerCase(java.util.Locale.ROOT));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + folder, e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new FilonException("message.no_text", file.toString());
        }
    }
}
