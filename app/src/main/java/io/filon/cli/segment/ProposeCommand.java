package io.filon.cli.segment;

import io.filon.behaviour.job.ProposalYaml;
import io.filon.behaviour.job.Proposals;
import io.filon.cli.open.QuestionOptions;
import io.filon.report.jobs.ProposalList;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `filon jobs propose`: kinds of visit that no job explains, written as files to be named.
@Command(name = "propose", mixinStandardHelpOptions = true)
final class ProposeCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    CommandSpec spec;

    @Mixin
    SegmentOptions options = new SegmentOptions();

    @Override
    public Integer call() {
        return options.answer(spec, session -> {
            Proposals.Found found = new Proposals(session.base().store()).find();
            List<Path> files = session.workspace().temporary()
                    ? List.of()
                    : ProposalYaml.write(
                            session.workspace().jobsFolder(),
                            found.proposals(),
                            session.language().say("jobs.proposed"),
                            sign -> ProposalList.says(sign, session.language()));
            ProposalList list = ProposalList.of(found, files);
            return new QuestionOptions.Answer(list, list.text(session.language()));
        });
    }
}
