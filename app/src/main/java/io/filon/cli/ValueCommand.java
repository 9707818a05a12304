package io.filon.cli;

import io.filon.Loop;
import io.filon.problem.FilonException;
import io.filon.report.Language;
import io.filon.report.value.ContractText;
import io.filon.report.value.CustomerArithmetic;
import io.filon.report.value.ValueAssembly;
import io.filon.report.value.ValueReport;
import io.filon.report.value.ValueText;
import io.filon.text.Messages;
import io.filon.value.contest.PurchaseLog;
import io.filon.value.contract.Contracts;
import io.filon.value.future.FutureValue;
import io.filon.value.future.Prediction;
import io.filon.value.future.Question;
import io.filon.value.future.Question.Learning;
import io.filon.workspace.Run;
import io.filon.workspace.Settings;
import io.filon.workspace.Workspace;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
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

/// `filon value FILES…`: what each customer will be worth, and how well the past bears it out.
@Command(name = "value", mixinStandardHelpOptions = true)
final class ValueCommand implements Callable<Integer> {

    private static final int MOST_DAYS = 3_650;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    CommandSpec spec;

    @Parameters(paramLabel = "FILES", arity = "0..*", descriptionKey = "filon.value.FILES")
    List<Path> files = new ArrayList<>();

    @Option(names = "--map", paramLabel = "FILE:COLUMN=ROLE", descriptionKey = "filon.value.map")
    List<String> corrections = new ArrayList<>();

    @Option(names = "--as-of", paramLabel = "DATE", descriptionKey = "filon.value.as-of")
    @Nullable
    String asOf;

    @Option(names = "--customer", paramLabel = "ID", descriptionKey = "filon.value.customer")
    @Nullable
    String customer;

    @Option(names = "--train-until", paramLabel = "DATE", descriptionKey = "filon.value.train-until")
    @Nullable
    String trainUntil;

    @Option(names = "--horizon-days", paramLabel = "N", descriptionKey = "filon.value.horizon-days")
    @Nullable
    Integer horizonDays;

    @Option(names = "--models", paramLabel = "NAMES", split = ",", descriptionKey = "filon.value.models")
    List<String> models = new ArrayList<>();

    @Mixin
    ValueOutputs outputs = new ValueOutputs();

    @Mixin
    WorkspaceOptions options = new WorkspaceOptions();

    @Override
    public Integer call() {
        LocalDate last = asOf == null ? null : day(asOf);
        LocalDate split = trainUntil == null ? null : day(trainUntil);
        ValueModels.check(models);
        if (horizonDays != null && (horizonDays < 1 || horizonDays > MOST_DAYS)) {
            throw new FilonException("value.horizon", horizonDays.toString());
        }
        outputs.check();
        try (Workspace workspace = options.workspace()) {
            Settings settings = workspace.settings();
            Messages messages = Messages.of(options.language(workspace, settings));
            Screen screen = new Screen(spec.commandLine().getErr(), messages, options);
            try (Run run = Run.begin(workspace, options.limits(settings));
                    Interruption _ = new Interruption(run::cancel)) {
                Loop loop = new Loop(run, workspace, settings, screen.progress());
                if (!screen.agrees(loop.understand(files, corrections))) {
                    return Failures.USERS_INPUT;
                }
                PurchaseLog log = loop.purchases(last);
                Prediction prediction = new FutureValue(log, question(log, split), screen.progress()).predict();
                Contracts contracts = loop.contracts(prediction.horizonDays());
                Language language = Language.of(messages.locale(), loop.currency());
                if (!workspace.temporary()) {
                    loop.commit();
                }
                screen.clear();
                show(prediction, contracts, log, language);
                return 0;
            }
        }
    }

    private Question question(PurchaseLog log, @Nullable LocalDate split) {
        int days = horizonDays == null ? 0 : horizonDays;
        if (split == null) {
            return new Question(new Learning.Everything(), days, ValueModels.named(models));
        }
        int day = (int) split.toEpochDay();
        if (day < log.firstDay() || day >= log.lastDay()) {
            throw new FilonException(
                    "value.train_outside",
                    split.toString(),
                    LocalDate.ofEpochDay(log.firstDay()).toString(),
                    LocalDate.ofEpochDay(log.lastDay() - 1L).toString());
        }
        return new Question(new Learning.Until(day), days, ValueModels.named(models));
    }

    private void show(Prediction prediction, Contracts contracts, PurchaseLog log, Language language) {
        ValueReport report = ValueAssembly.of(
                prediction, contracts, log.lastDay(), language.formats().currency());
        String steps = customer == null ? "" : steps(customer, prediction, contracts, log, language);
        List<Path> written = outputs.write(
                report, prediction, contracts, log, language, spec.commandLine().getOut());
        boolean toError = outputs.jsonToStandardOutput();
        PrintWriter out =
                toError ? spec.commandLine().getErr() : spec.commandLine().getOut();
        if (customer != null) {
            out.print(steps);
        } else if (!options.quiet) {
            out.print(log.size() == 0 ? "" : new ValueText(language).write(report));
            out.print(new ContractText(language).write(contracts));
        }
        if (!options.quiet) {
            written.forEach(path -> out.println(language.say("cli.written", path.toString())));
        }
        out.flush();
    }

    /// A customer may have contracts, purchases, or both.
    private static String steps(
            String id, Prediction prediction, Contracts contracts, PurchaseLog log, Language language) {
        String ofContracts = new ContractText(language).of(id, contracts);
        return ofContracts.isEmpty() || log.customers().contains(id)
                ? new CustomerArithmetic(prediction, log, language).of(id) + ofContracts
                : ofContracts;
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new FilonException("value.day", text);
        }
    }
}
