package io.filon.cli.fit;

import io.filon.Loop;
import io.filon.cli.Interruption;
import io.filon.cli.Output;
import io.filon.cli.Screen;
import io.filon.fit.FitModel;
import io.filon.fit.FitTerms;
import io.filon.fit.FitTraining;
import io.filon.fit.Leads;
import io.filon.fit.PastLeads;
import io.filon.problem.FilonException;
import io.filon.report.Language;
import io.filon.report.fit.FitText;
import io.filon.text.Messages;
import io.filon.workspace.Run;
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
        try (Workspace workspace = fit.options.workspace()) {
            Settings settings = workspace.settings();
            Path file = fit.model(workspace);
            FitModel model = outcome.outcome.isEmpty() ? ofContacts(workspace, settings) : ofFile(settings);
            FitFiles.makeFolder(file);
            Output.write(file, model.json());
            if (!fit.options.quiet) {
                Language language =
                        fit.language(workspace, settings, model.terms().currency());
                spec.commandLine().getOut().print(new FitText(language).write(model));
                spec.commandLine().getOut().println(language.say("cli.written", file.toString()));
            }
            return 0;
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

    private FitModel ofContacts(Workspace workspace, Settings settings) {
        Messages messages = Messages.of(fit.options.language(workspace, settings));
        Screen screen = new Screen(spec.commandLine().getErr(), messages, fit.options);
        try (Run run = Run.begin(workspace, fit.options.limits(settings));
                Interruption _ = new Interruption(run::cancel)) {
            Loop loop = new Loop(run, workspace, settings, screen.progress());
            if (!screen.agrees(loop.understand(files, List.of()))) {
                throw new FilonException("fit.no_contacts");
            }
            Leads leads = loop.contacts();
            screen.clear();
            if (leads.rows().isEmpty()) {
                throw new FilonException("fit.no_contacts");
            }
            FitTerms terms = FitTerms.ofContacts(loop.currency(), loop.contactDays(), capacity, business);
            FitModel model = new FitTraining(terms, new FitTraining.Choice(exclude, allow, drawn)).train(leads, 0, 0);
            if (!workspace.temporary()) {
                loop.commit();
            }
            return model;
        }
    }
}
