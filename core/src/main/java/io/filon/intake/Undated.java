package io.filon.intake;

import io.filon.intake.plan.Doubt;
import io.filon.intake.plan.FilePlan;
import io.filon.intake.plan.Kind;
import io.filon.intake.plan.Plan;
import io.filon.problem.Problem;
import java.util.List;
import java.util.stream.Collectors;

/// Why files that were understood give an audit no day to look from, and what to do.
public final class Undated {

    private Undated() {}

    /// One problem for each file.
    public static List<Problem> problems(Plan plan) {
        return plan.files().stream().map(file -> problem(plan, file)).toList();
    }

    private static Problem problem(Plan plan, FilePlan file) {
        String name = file.raw().file();
        if (file.kind() == Kind.VISITS) {
            return Problem.of("audit.undated", name);
        }
        String totals = plan.doubts().stream()
                .filter(doubt -> doubt.code().equals(Doubt.CUSTOMER_TOTALS)
                        && doubt.file().equals(name))
                .map(Doubt::column)
                .collect(Collectors.joining(", "));
        return totals.isEmpty() ? Problem.of("audit.no_facts", name) : Problem.of("audit.totals", name, totals);
    }
}
