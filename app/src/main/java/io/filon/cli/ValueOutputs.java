package io.filon.cli;

import io.filon.report.JsonReport;
import io.filon.report.Language;
import io.filon.report.value.ContractList;
import io.filon.report.value.ValueList;
import io.filon.report.value.ValueReport;
import io.filon.value.contest.PurchaseLog;
import io.filon.value.contract.Contracts;
import io.filon.value.future.Prediction;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where predicted value goes besides the terminal: `--json` and `--customers-csv`.
final class ValueOutputs {

    private static final Path STANDARD_OUTPUT = Path.of("-");

    @Option(names = "--json", paramLabel = "FILE", descriptionKey = "filon.value.json")
    @Nullable
    Path json;

    @Option(names = "--customers-csv", paramLabel = "FILE", descriptionKey = "filon.value.customers-csv")
    @Nullable
    Path customers;

    @Option(names = "--contracts-csv", paramLabel = "FILE", descriptionKey = "filon.value.contracts-csv")
    @Nullable
    Path contracts;

    /// Refuses before any work what could not be written after it.
    void check() {
        if (json != null && !json.equals(STANDARD_OUTPUT)) {
            Output.check(json);
        }
        if (customers != null) {
            Output.check(customers);
        }
        if (contracts != null) {
            Output.check(contracts);
        }
    }

    boolean jsonToStandardOutput() {
        return STANDARD_OUTPUT.equals(json);
    }

    /// @return the files written
    List<Path> write(
            ValueReport report,
            Prediction prediction,
            Contracts foreseen,
            PurchaseLog log,
            Language language,
            PrintWriter out) {
        List<Path> written = new ArrayList<>();
        if (json != null) {
            String text = new JsonReport(language).write(report);
            if (jsonToStandardOutput()) {
                out.print(text);
            } else {
                Output.write(json, text);
                written.add(json);
            }
        }
        if (customers != null) {
            Output.write(customers, ValueList.write(prediction, log));
            written.add(customers);
        }
        if (contracts != null) {
            Output.write(contracts, ContractList.write(foreseen));
            written.add(contracts);
        }
        return written;
    }
}
