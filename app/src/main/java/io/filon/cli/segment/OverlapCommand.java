package io.filon.cli.segment;

import io.filon.cli.open.QuestionOptions;
import io.filon.report.segment.SegmentOverlap;
import io.filon.segment.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `filon segment overlap [RULE…]`: who is in several at once.
@Command(name = "overlap", mixinStandardHelpOptions = true)
final class OverlapCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    CommandSpec spec;

    @Parameters(paramLabel = "RULE", arity = "0..*", descriptionKey = "filon.segment.overlap.RULE")
    List<String> rules = new ArrayList<>();

    @Mixin
    SegmentOptions options = new SegmentOptions();

    @Override
    public Integer call() {
        return options.answer(spec, session -> {
            List<Segment> segments = rules.isEmpty()
                    ? session.library().watched()
                    : session.library().findAll(rules);
            SegmentOverlap overlap = SegmentOverlap.of(session.base(), segments, session.language());
            return new QuestionOptions.Answer(overlap, overlap.text(session.language()));
        });
    }
}
