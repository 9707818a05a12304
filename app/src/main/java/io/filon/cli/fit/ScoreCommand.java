package io.filon.cli.fit;

import io.filon.cli.Output;
import io.filon.cli.open.JsonOutput;
import io.filon.fit.DecisionLog;
import io.filon.fit.FitModel;
import io.filon.fit.LeadReader;
import io.filon.report.Language;
import io.filon.report.fit.ScoredLeads;
import io.filon.workspace.Workspace;
import java.io.PrintWriter;
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

/// `filon fit score LEADS.csv`: what each lead is expected to leave, what to do, and why.
@Command(name = "score", mixinStandardHelpOptions = true)
final class ScoreCommand implements Callable<Integer> {

    private static final Path STANDARD_OUTPUT = Path.of("-");

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    CommandSpec spec;

    @Parameters(paramLabel = "LEADS", descriptionKey = "filon.fit.score.LEADS")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    Path leads;

    @Option(names = "--id", paramLabel = "COLUMN", descriptionKey = "filon.fit.id")
    String id = "";

    @Option(names = "--csv", paramLabel = "FILE", descriptionKey = "filon.fit.score.csv")
    @Nullable
    Path csv;

    @Mixin
    JsonOutput json = new JsonOutput();

    @Mixin
    FitFiles fit = new FitFiles();

    @Override
    public Integer call() {
        boolean toOut = STANDARD_OUTPUT.equals(csv);
        try (Workspace workspace = fit.options.workspace()) {
            FitModel model = FitModel.read(fit.model(workspace));
            Language language =
                    fit.language(workspace, workspace.settings(), model.terms().currency());
            ScoredLeads scored = ScoredLeads.of(model, LeadReader.unscored(fit.read(leads, model.needed(id)), id), id);
            List<Path> written = new ArrayList<>();
            if (csv != null) {
                write(csv, scored.csv(model, language), written);
            }
            written.addAll(json.write(spec, language, scored));
            Path log = fit.log(workspace);
            FitFiles.makeFolder(log);
            DecisionLog.append(log, scored.leads(), model.version());
            written.add(log);
            if (!fit.options.quiet) {
                PrintWriter summary = toOut ? spec.commandLine().getErr() : json.people(spec);
                summary.print(scored.text(model, language));
                written.forEach(file -> summary.println(language.say("cli.written", file.toString())));
                summary.flush();
            }
            return 0;
        }
    }

    private void write(Path file, String text, List<Path> written) {
        if (STANDARD_OUTPUT.equals(file)) {
            spec.commandLine().getOut().print(text);
            spec.commandLine().getOut().flush();
        } else {
            Output.write(file, text);
            written.add(file);
        }
    }
}
