package io.filon.cli.segment;

import io.filon.cli.open.QuestionOptions;
import io.filon.report.segment.SegmentList;
import io.filon.segment.profile.Overview;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `filon segment list`: every segment with its size, what it leaves, whose it is and whether it can be acted on.
@Command(name = "list", mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    CommandSpec spec;

    @Option(names = "--templates", descriptionKey = "filon.segment.list.templates")
    boolean templates;

    @Mixin
    SegmentOptions options = new SegmentOptions();

    @Override
    public Integer call() {
        return options.answer(spec, session -> {
            Overview overview = Overview.of(
                    session.base(),
                    session.library(),
                    templates
                            ? session.library().templates()
                            : session.library().watched(),
                    session.settings().segments());
            SegmentList list = SegmentList.of(
                    overview,
                    session.base().asOf(),
                    templates ? session.library().unanswerable() : List.of(),
                    session.language());
            return new QuestionOptions.Answer(list, list.text(session.language()));
        });
    }
}
