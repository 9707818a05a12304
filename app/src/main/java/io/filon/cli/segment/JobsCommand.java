package io.filon.cli.segment;

import io.filon.behaviour.job.JobLibrary;
import io.filon.cli.open.QuestionOptions;
import io.filon.report.jobs.JobList;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `filon jobs`: what visits were for, who comes for it and what shows it.
@Command(name = "jobs", mixinStandardHelpOptions = true, subcommands = ProposeCommand.class)
public final class JobsCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    CommandSpec spec;

    @Mixin
    SegmentOptions options = new SegmentOptions();

    @Override
    public Integer call() {
        return options.answer(spec, session -> {
            JobList list = JobList.of(
                    session.base().store(),
                    JobLibrary.of(session.workspace().jobsFolder()),
                    session.base().asOf(),
                    session.language());
            return new QuestionOptions.Answer(list, list.text(session.language()));
        });
    }
}
