package io.filon.cli.segment;

import io.filon.cli.open.QuestionOptions;
import io.filon.report.segment.SegmentCount;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `filon segment count RULE`: how many customers a rule holds for.
@Command(name = "count", mixinStandardHelpOptions = true)
final class CountCommand implements Callable<Integer> {

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
            SegmentCount count =
                    SegmentCount.of(session.base(), session.library().find(rule), session.language());
            return new QuestionOptions.Answer(count, count.text(session.language()));
        });
    }
}
