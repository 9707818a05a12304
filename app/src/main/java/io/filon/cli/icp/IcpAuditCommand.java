package io.filon.cli.icp;

import io.filon.cli.open.QuestionOptions;
import io.filon.problem.FilonException;
import io.filon.report.icp.Icp;
import io.filon.report.icp.IcpTables;
import io.filon.report.icp.IcpText;
import io.filon.workspace.Persona;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `filon icp audit`: the declared personas beside the customers.
@Command(name = "audit", mixinStandardHelpOptions = true)
final class IcpAuditCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    CommandSpec spec;

    @Mixin
    IcpOptions options = new IcpOptions();

    @Override
    public Integer call() {
        return options.answer(spec, session -> {
            List<Persona> personas = session.workspace().personas();
            if (personas.isEmpty()) {
                throw new FilonException(
                        "icp.no_personas", session.workspace().personasFolder().toString());
            }
            Icp icp = new IcpTables(session.store(), session.settings(), session.language()).icp(personas);
            return new QuestionOptions.Answer(icp, new IcpText(session.language()).write(icp));
        });
    }
}
