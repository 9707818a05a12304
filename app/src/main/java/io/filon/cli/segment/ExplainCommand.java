package io.filon.cli.segment;

import io.filon.cli.open.QuestionOptions;
import io.filon.report.segment.SegmentExplanation;
import io.filon.segment.Owners;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `filon segment explain RULE CUSTOMER`: why somebody is in, or what is missing.
@Command(name = "explain", mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    CommandSpec spec;

    @Parameters(index = "0", paramLabel = "RULE", descriptionKey = "filon.segment.RULE")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    String rule;

    @Parameters(index = "1", paramLabel = "CUSTOMER", descriptionKey = "filon.segment.explain.CUSTOMER")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    String customer;

    @Mixin
    SegmentOptions options = new SegmentOptions();

    @Override
    public Integer call() {
        return options.answer(spec, session -> {
            SegmentExplanation explanation = SegmentExplanation.of(
                    session.base(),
                    session.library().find(rule),
                    customer,
                    Owners.order(session.library(), session.settings().segments()),
                    session.language());
            return new QuestionOptions.Answer(explanation, explanation.text(session.language()));
        });
    }
}
