package io.filon.cli.fit;

import io.filon.cli.Output;
import io.filon.fit.DecisionLog;
import io.filon.fit.FitModel;
import io.filon.fit.LeadReader;
import io.filon.fit.Leads;
import io.filon.report.JsonReport;
import io.filon.report.Language;
import io.filon.report.fit.ScoredLeads;
import io.filon.workspace.Settings;
import io.filon.workspace.Workspace;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
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

    @Option(names = "--json", paramLabel = "FILE", descriptionKey = "filon.audit.json")
    @Nullable
    Path json;

    @Mixin
    FitFiles fit = new FitFiles();

    @Override
    public Integer call() {
        try (Workspace workspace = fit.options.workspace()) {
            Settings settings = workspace.settings();
            FitModel model = FitModel.read(fit.model(workspace));
            Language language = fit.language(workspace, settings, model.terms().currency());
            Leads read = LeadReader.unscored(fit.read(leads, model.needed(id)), id);
            ScoredLeads scored = ScoredLeads.of(model, read);
            List<Path> written = new ArrayList<>();
            PrintWriter out = spec.commandLine().getOut();
            boolean toOut = STANDARD_OUTPUT.equals(json) || STANDARD_OUTPUT.equals(csv);
            write(csv, () -> scored.csv(model, language), out, written);
            write(json, () -> new JsonReport(language).write(scored), out, written);
            Path log = fit.log(workspace);
            FitFiles.makeFolder(log);
            DecisionLog.append(log, scored.leads(), model.version());
            written.add(log);
            if (!fit.options.quiet) {
                PrintWriter summary = toOut ? spec.commandLine().getErr() : out;
                summary.print(scored.text(model, language));
                written.forEach(file -> summary.println(language.say("cli.written", file.toString())));
                summary.flush();
            }
            out.flush();
            return 0;
        }
    }

    private static void write(@Nullable Path file, Supplier<String> text, PrintWriter out, List<Path> written) {
        if (STANDARD_OUTPUT.equals(file)) {
            out.print(text.get());
        } else if (file != null) {
            Output.write(file, text.get());
            written.add(file);
        }
    }
}
