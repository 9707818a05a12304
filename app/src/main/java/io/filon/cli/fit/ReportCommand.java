package io.filon.cli.fit;

import io.filon.cli.open.JsonOutput;
import io.filon.fit.DecisionLog;
import io.filon.fit.FitModel;
import io.filon.fit.Leads;
import io.filon.fit.LiveReport;
import io.filon.fit.PastLeads;
import io.filon.report.Language;
import io.filon.report.fit.FitText;
import io.filon.workspace.Settings;
import io.filon.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `filon fit report [OUTCOMES.csv]`: how the filter did on the latest past period; with outcomes, what became of the
/// leads it decided about since.
@Command(name = "report", mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    CommandSpec spec;

    @Parameters(paramLabel = "OUTCOMES", arity = "0..1", descriptionKey = "filon.fit.report.OUTCOMES")
    @Nullable
    Path outcomes;

    @Mixin
    JsonOutput json = new JsonOutput();

    @Mixin
    OutcomeOptions outcome = new OutcomeOptions();

    @Mixin
    FitFiles fit = new FitFiles();

    @Override
    public Integer call() {
        try (Workspace workspace = fit.options.workspace()) {
            Settings settings = workspace.settings();
            FitModel model = FitModel.read(fit.model(workspace));
            Language language = fit.language(workspace, settings, model.terms().currency());
            FitText text = new FitText(language);
            Path log = fit.log(workspace);
            if (outcomes == null) {
                String drift = Files.isRegularFile(log) ? drift(model, log, text) : "";
                show(model.report(), text.write(model) + drift, language);
                return 0;
            }
            LiveReport live = LiveReport.of(model, DecisionLog.read(log, model.version()), net(outcomes, model));
            show(live, text.write(live, model), language);
            return 0;
        }
    }

    /// Who comes is known before anybody knows how it ends.
    private static String drift(FitModel model, Path log, FitText text) {
        LiveReport live = LiveReport.of(model, DecisionLog.read(log, model.version()), Map.of());
        return live.decided() == 0 ? "" : text.drift(live) + "\n";
    }

    /// By the terms the model was trained with, so that both reports speak of the same money.
    private Map<String, Double> net(Path file, FitModel model) {
        PastLeads past = new PastLeads(
                outcome.outcome,
                outcome.won,
                outcome.open,
                outcome.value,
                outcome.contacted,
                outcome.closed,
                outcome.id,
                model.terms().worth());
        Map<String, Double> net = new HashMap<>();
        for (Leads.Lead lead : past.read(
                        fit.read(file), model.terms().margin(), model.terms().cost())
                .leads()
                .rows()) {
            if (lead.known()) {
                net.put(lead.id(), lead.net());
            }
        }
        return net;
    }

    private void show(Record document, String text, Language language) {
        json.show(spec, language, document, text, fit.options.quiet);
    }
}
