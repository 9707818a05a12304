package io.filon.cli;

import io.filon.Loop;
import io.filon.intake.Report;
import io.filon.intake.plan.Plan;
import io.filon.text.Messages;
import io.filon.workspace.Run;
import io.filon.workspace.Settings;
import io.filon.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `filon import PATH…`: reads exports into a workspace and says what it understood.
@Command(name = "import", mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    CommandSpec spec;

    @Parameters(paramLabel = "FILES", arity = "1..*", descriptionKey = "filon.import.FILES")
    List<Path> files = new ArrayList<>();

    @Option(names = "--map", paramLabel = "FILE:COLUMN=ROLE", descriptionKey = "filon.import.map")
    List<String> corrections = new ArrayList<>();

    @Mixin
    WorkspaceOptions options = new WorkspaceOptions();

    @Override
    public Integer call() {
        try (Workspace workspace = options.lastingWorkspace()) {
            Settings settings = workspace.settings();
            Messages messages = Messages.of(options.language(workspace, settings));
            Screen screen = new Screen(spec.commandLine().getErr(), messages, options);
            try (Run run = Run.begin(workspace, options.limits(settings));
                    Interruption _ = new Interruption(run::cancel)) {
                return importInto(new Loop(run, workspace, settings, screen.progress()), workspace, messages, screen);
            }
        }
    }

    private int importInto(Loop loop, Workspace workspace, Messages messages, Screen screen) {
        Plan plan = loop.understand(files, corrections);
        if (!screen.agrees(plan)) {
            return Failures.USERS_INPUT;
        }
        Report report = loop.importFiles(null);
        loop.commit();
        screen.clear();
        if (!options.quiet) {
            screen.show(plan);
            spec.commandLine().getOut().println(said(report, workspace, messages));
        }
        return 0;
    }

    private static String said(Report report, Workspace workspace, Messages messages) {
        long kept = report.sources().stream().mapToLong(Report.Source::rowsKept).sum();
        long rejected =
                report.sources().stream().mapToLong(Report.Source::rowsRejected).sum();
        return messages.say(
                "cli.imported",
                workspace.folder().toString(),
                kept,
                report.sources().size(),
                rejected);
    }
}
