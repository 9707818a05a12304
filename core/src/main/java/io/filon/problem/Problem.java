package io.filon.problem;

import io.filon.text.Messages;
import java.util.List;

/// One thing that is wrong in what the user gave, in words of the message bundle.
///
/// The bundle's sentence under `problem.` + `code` says what is wrong and where, and its second sentence what to do.
///
/// @param code   the key in `problems.properties` without `problem.`, `file.empty`
/// @param values what fills `{0}`, `{1}`…: file, line, field, value; numbers that count things as numbers, and line
///     numbers as text so that no locale groups their digits
public record Problem(String code, List<Object> values) {

    public Problem {
        values = List.copyOf(values);
    }

    public static Problem of(String code, Object... values) {
        return new Problem(code, List.of(values));
    }

    /// The sentences in the reader's language.
    public String in(Messages messages) {
        return messages.say("problem." + code, values.toArray());
    }
}
