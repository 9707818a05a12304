package io.filon.cli.segment;

import io.filon.cli.open.QuestionOptions;
import io.filon.problem.FilonException;
import io.filon.report.segment.SegmentPreview;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `filon segment preview RULE`: what a segment is worth, whom one can reach, whether one can act, and some members.
@Command(name = "preview", mixinStandardHelpOptions = true)
final class PreviewCommand implements Callable<Integer> {

    private static final int MOST_ROWS = 1000;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    CommandSpec spec;

    @Parameters(paramLabel = "RULE", descriptionKey = "filon.segment.RULE")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    String rule;

    @Option(names = "--rows", paramLabel = "N", descriptionKey = "filon.segment.preview.rows")
    int rows = 5;

    @Mixin
    SegmentOptions options = new SegmentOptions();

    @Override
    public Integer call() {
        if (rows < 0 || rows > MOST_ROWS) {
            throw new FilonException("discover.option", "--rows", Integer.toString(rows), 0, MOST_ROWS);
        }
        return options.answer(spec, session -> {
            SegmentPreview preview = SegmentPreview.of(
                    session.base(),
                    session.library().find(rule),
                    session.settings().segments(),
                    rows,
                    session.language());
            return new QuestionOptions.Answer(preview, preview.text(session.language()));
        });
    }
}
