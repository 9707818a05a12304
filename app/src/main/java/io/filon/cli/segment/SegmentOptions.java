package io.filon.cli.segment;

import io.filon.Loop;
import io.filon.cli.open.AsOf;
import io.filon.cli.open.QuestionOptions;
import io.filon.problem.FilonException;
import io.filon.report.Language;
import io.filon.segment.Base;
import io.filon.segment.history.Memory;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;

/// The options of every command on segments.
final class SegmentOptions extends QuestionOptions {

    /// Refuses a command that makes no sense without a folder that stays.
    void mustLast() {
        lastingWorkspace().close();
    }

    /// @throws FilonException when there is nothing to read, or a definition cannot be used
    int answer(CommandSpec spec, Function<Session, Answer> question) {
        return answer(spec, workspace(), (opening, day) -> {
            Loop.Customers asked = opening.loop().customers(day);
            Base base = asked.base();
            Language language = opening.language();
            Session session = new Session(
                    opening.workspace(),
                    opening.settings(),
                    language,
                    base,
                    base.library(opening.workspace(), opening.settings()));
            Answer answer = question.apply(session);
            if (!opening.workspace().temporary()
                    && (Memory.keep(base, session.library(), Instant.now()) || asked.made())) {
                opening.keep();
            }
            return new Told(answer, language);
        });
    }

    static LocalDate day(String text) {
        return AsOf.parse(text);
    }
}
