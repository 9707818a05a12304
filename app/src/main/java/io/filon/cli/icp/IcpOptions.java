package io.filon.cli.icp;

import io.filon.cli.open.QuestionOptions;
import io.filon.problem.FilonException;
import io.filon.report.Language;
import io.filon.store.Sql;
import io.filon.workspace.Workspace;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;

/// The options of every command on ideal customers.
final class IcpOptions extends QuestionOptions {

    /// @throws FilonException when there is nothing to read, or a definition cannot be used
    int answer(CommandSpec spec, Function<Session, Answer> question) {
        Workspace workspace = lastingWorkspace();
        workspace.personas(); // what is wrong with them is said before any work
        return answer(spec, workspace, (opening, day) -> {
            opening.loop().icp(day);
            if (opening.loop().store().number(Sql.of("select count(*) from buyers")) == 0) {
                throw new FilonException("icp.no_purchases");
            }
            Language language = opening.language();
            Answer answer =
                    question.apply(new Session(opening.loop().store(), workspace, opening.settings(), language));
            opening.keep();
            return new Told(answer, language);
        });
    }
}
