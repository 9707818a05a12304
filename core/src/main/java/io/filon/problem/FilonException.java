package io.filon.problem;

import io.filon.text.Messages;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What the user gave cannot be used: a file, a rule, a setting. Holds every problem found, not the first.
///
/// Its message is in English, for logs and tests; [#problems()] are said in the reader's language at the edge.
public final class FilonException extends RuntimeException {

    private final transient List<Problem> problems;

    public FilonException(List<Problem> problems) {
        super(problems.stream()
                .map(problem -> problem.in(Messages.of(Locale.ENGLISH)))
                .collect(Collectors.joining("\n")));
        Require.require(!problems.isEmpty(), "a FilonException needs at least one problem");
        this.problems = List.copyOf(problems);
    }

    /// One problem, `new FilonException("file.empty", "orders.csv")`.
    public FilonException(String code, Object... values) {
        this(List.of(Problem.of(code, values)));
    }

    public List<Problem> problems() {
        return problems;
    }
}
