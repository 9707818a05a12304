package io.filon.cli;

import io.filon.cli.open.Opening;
import io.filon.intake.Report;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
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
                spec.commandLine().getOut().println(said(report, opening));
            }
        });
    }

    /// What came of the files given, and where there were others before, what there is now.
    private static String said(Report report, Opening opening) {
        Set<String> given =
                opening.plan().files().stream().map(file -> file.raw().file()).collect(Collectors.toSet());
        List<Report.Source> now = report.sources().stream()
                .filter(source -> given.contains(source.file()))
                .toList();
        String said = opening.messages()
                .say(
                        "cli.imported",
                        opening.workspace().folder().toString(),
                        sum(now, Report.Source::rowsRead),
                        now.size(),
                        sum(now, Report.Source::rowsRejected),
                        sum(now, Report.Source::rowsMerged));
        return now.size() == report.sources().size()
                ? said
                : said
                        + System.lineSeparator()
                        + opening.messages()
                                .say(
                                        "cli.imported.all",
                                        sum(report.sources(), Report.Source::rowsKept),
                                        report.sources().size());
    }

    private static long sum(List<Report.Source> sources, ToLongFunction<Report.Source> rows) {
        return sources.stream().mapToLong(rows).sum();
    }
}
