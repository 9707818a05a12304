package io.filon.cli;

import io.filon.cli.open.AsOf;
import io.filon.cli.open.Exports;
import io.filon.cli.open.JsonOutput;
import io.filon.problem.FilonException;
import io.filon.report.Language;
import io.filon.report.value.ContractText;
import io.filon.report.value.CustomerArithmetic;
import io.filon.report.value.ValueAssembly;
import io.filon.report.value.ValueReport;
import io.filon.report.value.ValueText;
import io.filon.value.contest.PurchaseLog;
import io.filon.value.contract.Contracts;
import io.filon.value.future.FutureValue;
import io.filon.value.future.Prediction;
import io.filon.value.future.Question;
import io.filon.value.future.Question.Learning;
import io.filon.value.model.PurchaseModel;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `filon value FILES…`: what each customer will be worth, and how well the past bears it out.
@Command(name = "value", mixinStandardHelpOptions = true)
final class ValueCommand implements Callable<Integer> {

    private static final int MOST_DAYS = 3_650;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    CommandSpec spec;

    @Option(names = "--customer", paramLabel = "ID", descriptionKey = "filon.value.customer")
    @Nullable
    String customer;

    @Option(names = "--train-until", paramLabel = "DATE", descriptionKey = "filon.value.train-until")
    @Nullable
    String trainUntil;

    @Option(names = "--horizon-days", paramLabel = "N", descriptionKey = "filon.value.horizon-days")
    @Nullable
    Integer horizonDays;

    @Option(names = "--models", paramLabel = "NAMES[,NAMES...]", descriptionKey = "filon.value.models")
    List<String> models = new ArrayList<>();

    @Mixin
    AsOf asOf = new AsOf();

    @Mixin
    JsonOutput json = new JsonOutput();

    @Mixin
    ValueOutputs outputs = new ValueOutputs();

    @Mixin
    Exports exports = new Exports();

    @Override
    public Integer call() {
        LocalDate last = asOf.day();
        LocalDate split = trainUntil == null ? null : AsOf.parse(trainUntil);
        List<PurchaseModel> contestants = ValueModels.named(models);
        if (horizonDays != null && (horizonDays < 1 || horizonDays > MOST_DAYS)) {
            throw new FilonException("value.horizon", horizonDays.toString());
        }
        return exports.open(spec, opening -> {
            PurchaseLog log = opening.loop().purchases(last);
            Prediction prediction = new FutureValue(
                            log,
                            question(log, split, contestants),
                            opening.screen().progress())
                    .predict();
            Contracts contracts = opening.loop().contracts(prediction.horizonDays());
            Language language = opening.language();
            opening.keep();
            opening.screen().clear();
            show(prediction, contracts, log, language);
        });
    }

    private Question question(PurchaseLog log, @Nullable LocalDate split, List<PurchaseModel> contestants) {
        int days = horizonDays == null ? 0 : horizonDays;
        if (split == null) {
            return new Question(new Learning.Everything(), days, contestants);
        }
        int day = (int) split.toEpochDay();
        if (day < log.firstDay() || day >= log.lastDay()) {
            throw new FilonException(
                    "value.train_outside",
                    split.toString(),
                    LocalDate.ofEpochDay(log.firstDay()).toString(),
                    LocalDate.ofEpochDay(log.lastDay() - 1L).toString());
        }
        return new Question(new Learning.Until(day), days, contestants);
    }

    private void show(Prediction prediction, Contracts contracts, PurchaseLog log, Language language) {
        ValueReport report = ValueAssembly.of(
                prediction, contracts, log.lastDay(), language.formats().currency());
        String text = customer == null
                ? (log.size() == 0 ? "" : new ValueText(language).write(report))
                        + new ContractText(language).write(contracts)
                : steps(customer, prediction, contracts, log, language);
        Path[] lists = outputs.write(prediction, contracts, log);
        boolean silent = exports.quiet() && customer == null; // who names a customer wants to read of that one
        json.show(spec, language, report, text, silent, lists);
    }

    /// A customer may have contracts, purchases, or both.
    private static String steps(
            String id, Prediction prediction, Contracts contracts, PurchaseLog log, Language language) {
        String ofContracts = new ContractText(language).of(id, contracts);
        return ofContracts.isEmpty() || log.customers().contains(id)
                ? new CustomerArithmetic(prediction, log, language).of(id) + ofContracts
                : ofContracts;
    }
}
