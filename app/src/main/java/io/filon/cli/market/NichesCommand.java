package io.filon.cli.market;

import io.filon.cli.open.Exports;
import io.filon.cli.open.JsonOutput;
import io.filon.niche.Niches;
import io.filon.report.Language;
import io.filon.report.niche.NicheReport;
import io.filon.report.niche.NicheText;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `filon niches`: which niche to take first, how sure that is, and which comes after.
@Command(name = "niches", mixinStandardHelpOptions = true)
public final class NichesCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    CommandSpec spec;

    @Option(names = "--seed", paramLabel = "N", descriptionKey = "filon.niches.seed")
    long seed = 1;

    @Mixin
    Exports exports = new Exports();

    @Mixin
    JsonOutput json = new JsonOutput();

    @Override
    public Integer call() {
        return exports.open(spec, opening -> {
            Niches found = opening.loop().niches(seed);
            Language language = opening.language();
            opening.keep();
            opening.screen().clear();
            NicheReport report = NicheReport.of(found, language.locale());
            json.show(spec, language, report, new NicheText(language).write(report), exports.quiet());
        });
    }
}
