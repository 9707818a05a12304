package io.filon.cli.fit;

import io.filon.fit.PastLeads;
import io.filon.problem.FilonException;
import io.filon.workspace.Settings;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// How a flat file of past leads says how they ended, and what a sale is worth.
final class OutcomeOptions {

    /// Minutes somebody spends on a lead where nobody declares what working one costs.
    private static final double MINUTES = 30;

    @Option(names = "--outcome", paramLabel = "COLUMN", descriptionKey = "filon.fit.outcome")
    String outcome = "";

    @Option(names = "--won", paramLabel = "VALUES", split = ",", descriptionKey = "filon.fit.won")
    List<String> won = new ArrayList<>();

    @Option(names = "--open", paramLabel = "VALUES", split = ",", descriptionKey = "filon.fit.open")
    List<String> open = new ArrayList<>();

    @Option(names = "--value", paramLabel = "COLUMN", descriptionKey = "filon.fit.value")
    String value = "";

    @Option(names = "--worth", paramLabel = "MONEY", descriptionKey = "filon.fit.worth")
    @Nullable
    Double worth;

    @Option(names = "--margin", paramLabel = "SHARE", descriptionKey = "filon.fit.margin")
    @Nullable
    Double margin;

    @Option(names = "--cost", paramLabel = "MONEY", descriptionKey = "filon.fit.cost")
    @Nullable
    Double cost;

    @Option(names = "--contacted", paramLabel = "COLUMN", descriptionKey = "filon.fit.contacted")
    String contacted = "";

    @Option(names = "--closed", paramLabel = "COLUMN", descriptionKey = "filon.fit.closed")
    String closed = "";

    @Option(names = "--id", paramLabel = "COLUMN", descriptionKey = "filon.fit.id")
    String id = "";

    PastLeads past() {
        double declared = worth == null ? 0 : worth;
        if (value.isEmpty() && declared <= 0) {
            throw new FilonException("fit.bad_number", "--worth", "0.01", "…");
        }
        return new PastLeads(outcome, won, open, value, contacted, closed, id, declared);
    }

    double margin(Settings settings) {
        return !value.isEmpty() && margin == null
                ? settings.costs().productMarginShare().value()
                : margin == null ? 1 : margin;
    }

    double cost(Settings settings) {
        return cost == null ? settings.costs().serviceCostPerHour().value() * MINUTES / 60 : cost;
    }
}
