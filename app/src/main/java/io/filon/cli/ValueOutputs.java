package io.filon.cli;

import io.filon.report.value.ContractList;
import io.filon.report.value.ValueList;
import io.filon.value.contest.PurchaseLog;
import io.filon.value.contract.Contracts;
import io.filon.value.future.Prediction;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The lists of predicted value: `--customers-csv` and `--contracts-csv`.
final class ValueOutputs {

    @Option(names = "--customers-csv", paramLabel = "FILE", descriptionKey = "filon.value.customers-csv")
    @Nullable
    Path customers;

    @Option(names = "--contracts-csv", paramLabel = "FILE", descriptionKey = "filon.value.contracts-csv")
    @Nullable
    Path contracts;

    /// @return the files written
    Path[] write(Prediction prediction, Contracts foreseen, PurchaseLog log) {
        List<Path> written = new ArrayList<>();
        if (customers != null) {
            Output.write(customers, ValueList.write(prediction, log));
            written.add(customers);
        }
        if (contracts != null) {
            Output.write(contracts, ContractList.write(foreseen));
            written.add(contracts);
        }
        return written.toArray(Path[]::new);
    }
}
