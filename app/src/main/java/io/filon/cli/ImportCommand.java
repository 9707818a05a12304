package io.filon.cli;

import io.filon.cli.open.Opening;
import io.filon.intake.Report;
import io.filon.text.Messages;
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

    @Option(names = "--map", paramLabel = "FILE:COLUMN=ROLE", descriptionKey = "filon.audit.map")
    List<String> corrections = new ArrayList<>();

    @Mixin
    WorkspaceOptions options = new WorkspaceOptions();

    @Override
    public Integer call() {
        return Opening.run(spec, options, options.lastingWorkspace(), files, corrections, opening -> {
            Report report = opening.loop().importFiles(null);
            opening.keep();
            opening.screen().clear();
            if (!options.quiet) {
                opening.screen().show(opening.plan());
                spec.commandLine().getOut().println(said(report, opening.workspace(), opening.messages()));
            }
        });
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
