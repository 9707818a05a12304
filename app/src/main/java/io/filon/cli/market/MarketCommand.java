package io.filon.cli.market;

import io.filon.cli.open.Exports;
import io.filon.cli.open.JsonOutput;
import io.filon.market.Found;
import io.filon.market.Market;
import io.filon.problem.FilonException;
import io.filon.report.Language;
import io.filon.report.market.MarketReport;
import io.filon.report.market.MarketText;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `filon market`: how big the market of `market.yaml` is, and what of it can be won.
@Command(name = "market", mixinStandardHelpOptions = true)
public final class MarketCommand implements Callable<Integer> {

    private static final int FEWEST_DRAWS = 100;
    private static final int MOST_DRAWS = 1_000_000;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    CommandSpec spec;

    @Option(names = "--draws", paramLabel = "N", descriptionKey = "filon.market.draws")
    int draws = Market.DRAWS;

    @Option(names = "--seed", paramLabel = "N", descriptionKey = "filon.market.seed")
    long seed = 1;

    @Mixin
    Exports exports = new Exports();

    @Mixin
    JsonOutput json = new JsonOutput();

    @Override
    public Integer call() {
        if (draws < FEWEST_DRAWS || draws > MOST_DRAWS) {
            throw new FilonException("market.draws", Integer.toString(draws));
        }
        return exports.openLasting(spec, opening -> {
            Found found = opening.loop().market(draws, seed);
            Language language = opening.language();
            opening.keep();
            opening.screen().clear();
            MarketReport report = MarketReport.of(found);
            json.show(spec, language, report, new MarketText(language).write(report), exports.quiet());
        });
    }
}
