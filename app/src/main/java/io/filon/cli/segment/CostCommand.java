package io.filon.cli.segment;

import io.filon.cli.open.QuestionOptions;
import io.filon.report.segment.SegmentCostReport;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `filon segment cost RULE`: what has to be kept of each customer so that a rule is right at every moment.
@Command(name = "cost", mixinStandardHelpOptions = true)
final class CostCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    CommandSpec spec;

    @Parameters(paramLabel = "RULE", descriptionKey = "filon.segment.RULE")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    String rule;

    @Mixin
    SegmentOptions options = new SegmentOptions();

    @Override
    public Integer call() {
        return options.answer(spec, session -> {
            SegmentCostReport cost = SegmentCostReport.of(
                    session.library().find(rule), session.base().zone(), session.language());
            return new QuestionOptions.Answer(cost, cost.text(session.language()));
        });
    }
}
