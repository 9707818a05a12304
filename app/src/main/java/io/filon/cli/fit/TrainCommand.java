package io.filon.cli.fit;

import io.filon.Loop;
import io.filon.cli.Output;
import io.filon.cli.open.Opening;
import io.filon.fit.FitModel;
import io.filon.fit.FitTerms;
import io.filon.fit.FitTraining;
import io.filon.fit.Leads;
import io.filon.fit.PastLeads;
import io.filon.problem.FilonException;
import io.filon.report.Language;
import io.filon.report.fit.FitText;
import io.filon.workspace.Settings;
import io.filon.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `filon fit train LEADS.csv --outcome COLUMN`: learns a filter from past leads; without an outcome, from the
/// customers of a company's exports or workspace.
@Command(name = "train", mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    CommandSpec spec;

    @Parameters(paramLabel = "FILES", arity = "0..*", descriptionKey = "filon.fit.train.FILES")
    List<Path> files = new ArrayList<>();

    @Option(names = "--exclude", paramLabel = "COLUMNS", split = ",", descriptionKey = "filon.discover.exclude")
    List<String> exclude = new ArrayList<>();

    @Option(names = "--allow", paramLabel = "COLUMNS", split = ",", descriptionKey = "filon.fit.allow")
    List<String> allow = new ArrayList<>();

    @Option(names = "--capacity", paramLabel = "PERCENT", descriptionKey = "filon.fit.capacity")
    double capacity = 100;

    @Option(names = "--drawn", paramLabel = "SHARE", descriptionKey = "filon.fit.drawn")
    double drawn = 0.05;

    @Option(names = "--business", descriptionKey = "filon.fit.business")
    boolean business;

    @Mixin
    OutcomeOptions outcome = new OutcomeOptions();

    @Mixin
    FitFiles fit = new FitFiles();

    @Override
    public Integer call() {
        if (!(capacity > 0 && capacity <= 100)) {
            throw new FilonException("fit.bad_number", "--capacity", "1", "100");
        }
        if (!(drawn >= 0 && drawn <= 0.5)) {
            throw new FilonException("fit.bad_number", "--drawn", "0", "0.5");
        }
        if (outcome.outcome.isEmpty()) {
            return Opening.run(spec, fit.options, fit.options.workspace(), files, List.of(), this::ofContacts);
        }
        try (Workspace workspace = fit.options.workspace()) {
            Settings settings = workspace.settings();
            keep(ofFile(settings), workspace, settings);
            return 0;
        }
    }

    private void keep(FitModel model, Workspace workspace, Settings settings) {
        Path file = fit.model(workspace);
        FitFiles.makeFolder(file);
        Output.write(file, model.json());
        if (!fit.options.quiet) {
            Language language = fit.language(workspace, settings, model.terms().currency());
            spec.commandLine().getOut().print(new FitText(language).write(model));
            spec.commandLine().getOut().println(language.say("cli.written", file.toString()));
        }
    }

    private FitModel ofFile(Settings settings) {
        if (files.size() != 1) {
            throw new FilonException("discover.one_table", files.size());
        }
        PastLeads past = outcome.past();
        double margin = outcome.margin(settings);
        double cost = outcome.cost(settings);
        PastLeads.Read read = past.read(fit.read(files.getFirst()), margin, cost);
        FitTerms terms = new FitTerms(
                files.getFirst().getFileName().toString(),
                settings.currency().equals("auto") ? "EUR" : settings.currency(),
                read.horizon(),
                cost,
                outcome.cost == null ? "assumed" : "declared",
                margin,
                outcome.margin == null ? "assumed" : "declared",
                outcome.value.isEmpty() && outcome.worth != null ? outcome.worth : 0,
                capacity,
                business,
                !outcome.contacted.isEmpty());
        List<String> never =
                Stream.concat(exclude.stream(), past.ends().stream()).collect(Collectors.toList());
        return new FitTraining(terms, new FitTraining.Choice(never, allow, drawn))
                .train(read.leads(), read.notYet(), read.undated());
    }

    private void ofContacts(Opening opening) {
        Loop loop = opening.loop();
        Leads leads = loop.contacts();
        opening.screen().clear();
        if (leads.rows().isEmpty()) {
            throw new FilonException("fit.no_contacts");
        }
        FitTerms terms = FitTerms.ofContacts(loop.currency(), loop.contactDays(), capacity, business);
        FitModel model = new FitTraining(terms, new FitTraining.Choice(exclude, allow, drawn)).train(leads, 0, 0);
        opening.keep();
        keep(model, opening.workspace(), opening.settings());
    }
}
