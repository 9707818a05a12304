package io.filon.cli.icp;

import io.filon.cli.open.QuestionOptions;
import io.filon.report.icp.IcpProposal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `filon icp propose`: writes the operating ICP as a new version, and drafts of personas.
@Command(name = "propose", mixinStandardHelpOptions = true)
final class ProposeCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    CommandSpec spec;

    @Mixin
    IcpOptions options = new IcpOptions();

    @Override
    public Integer call() {
        return options.answer(spec, session -> {
            IcpProposal proposal = IcpProposal.write(
                    session.store(),
                    session.workspace(),
                    session.settings(),
                    session.workspace().personas(),
                    session.language());
            return new QuestionOptions.Answer(proposal, proposal.text());
        });
    }
}
