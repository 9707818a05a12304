package io.filon.cli;

import io.filon.Loop;
import io.filon.intake.file.RawFiles;
import io.filon.problem.FilonException;
import io.filon.report.Audit;
import io.filon.report.Language;
import io.filon.report.change.Since;
import io.filon.text.Messages;
import io.filon.workspace.Run;
import io.filon.workspace.Settings;
import io.filon.workspace.Workspace;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `filon audit FILES…`: from raw exports to where the profit hides. Parses, calls the library, prints.
@Command(name = "audit", mixinStandardHelpOptions = true)
final class AuditCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    CommandSpec spec;

    @Parameters(paramLabel = "FILES", arity = "0..*", descriptionKey = "filon.audit.FILES")
    List<Path> files = new ArrayList<>();

    @Option(names = "--as-of", paramLabel = "DATE", descriptionKey = "filon.audit.as-of")
    @Nullable
    String asOf;

    @Option(names = "--map", paramLabel = "FILE:COLUMN=ROLE", descriptionKey = "filon.audit.map")
    List<String> corrections = new ArrayList<>();

    @Option(names = "--since", paramLabel = "EARLIER", descriptionKey = "filon.audit.since")
    @Nullable
    String earlier;

    @Mixin
    AuditOutputs outputs = new AuditOutputs();

    @Mixin
    WorkspaceOptions options = new WorkspaceOptions();

    @Override
    public Integer call() {
        LocalDate day = asOf == null ? null : day(asOf);
        Since since = earlier == null ? null : Since.parse(earlier);
        outputs.check();
        try (Workspace workspace = options.workspace()) {
            Settings settings = workspace.settings();
            Messages messages = Messages.of(options.language(workspace, settings));
            Screen screen = new Screen(spec.commandLine().getErr(), messages, options);
            try (Run run = Run.begin(workspace, options.limits(settings), RawFiles.bytes(files));
                    Interruption _ = new Interruption(run::cancel)) {
                Loop loop = new Loop(run, workspace, settings, screen.progress());
                return audit(loop, workspace, messages, screen, day, since);
            }
        }
    }

    private int audit(
            Loop loop,
            Workspace workspace,
            Messages messages,
            Screen screen,
            @Nullable LocalDate day,
            @Nullable Since since) {
        if (!screen.agrees(loop.understand(files, corrections))) {
            return Failures.USERS_INPUT;
        }
        Audit audit = loop.audit(day, messages, since);
        Language language = Language.of(messages.locale(), audit.currency());
        List<Path> written =
                outputs.write(audit, loop.store(), language, spec.commandLine().getOut());
        if (!workspace.temporary()) {
            loop.remember(audit);
            loop.commit();
        }
        screen.clear();
        if (!options.quiet) {
            boolean toError = outputs.jsonToStandardOutput();
            PrintWriter summary =
                    toError ? spec.commandLine().getErr() : spec.commandLine().getOut();
            summary.print(AuditOutputs.summary(audit, language, !toError && ProgressBar.isTerminal()));
            written.forEach(path -> summary.println(messages.say("cli.written", path.toString())));
            if (workspace.temporary()) {
                summary.println(messages.say("cli.keep", keepCommand(messages)));
            }
            summary.flush();
        }
        return 0;
    }

    /// The command that would keep everything; a long list of files of one folder is said as the folder's.
    private String keepCommand(Messages messages) {
        Set<Path> folders = files.stream()
                .map(file -> file.resolveSibling("*"))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Collection<Path> named = files.size() > 3 && folders.size() == 1 ? folders : files;
        String paths = named.stream().map(Path::toString).collect(Collectors.joining(" "));
        return "filon audit " + paths + " --workspace " + messages.say("cli.example_folder");
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new FilonException("audit.as_of", text);
        }
    }
}
