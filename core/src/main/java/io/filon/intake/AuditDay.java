package io.filon.intake;

import io.filon.intake.plan.ColumnPlan;
import io.filon.intake.plan.Doubt;
import io.filon.intake.plan.FilePlan;
import io.filon.intake.plan.Kind;
import io.filon.intake.plan.Plan;
import io.filon.problem.FilonException;
import io.filon.problem.Problem;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;

/// Whether what was imported gives an audit a day to look from.
public final class AuditDay {

    private static final int LATE_DAYS = 366;

    private AuditDay() {}

    /// It may not: visits may carry no day, and lists of customers or products tell of nothing that happened.
    ///
    /// @throws FilonException with one problem for each file, and what to do
    public static void check(Store store, Plan plan) {
        boolean none = store.number(Sql.of("select count(*) from run where as_of = date '1970-01-01'")) > 0;
        if (none && !plan.files().isEmpty()) {
            throw new FilonException(
                    plan.files().stream().map(file -> problem(plan, file)).toList());
        }
    }

    /// @throws FilonException when the first order came after this day
    public static void checkNotBeforeOrders(Store store, LocalDate asOf) {
        store.text(Sql.of("select min(ordered_on) from orders"))
                .map(LocalDate::parse)
                .filter(asOf::isBefore)
                .ifPresent(first -> {
                    throw new FilonException("audit.as_of_early", asOf.toString(), first.toString());
                });
    }

    /// Doubts a day so long after the last order that hardly anybody could still be buying.
    public static void noteLate(Store store, LocalDate asOf) {
        store.text(Sql.of("select max(ordered_on) from orders"))
                .map(LocalDate::parse)
                .filter(last -> ChronoUnit.DAYS.between(last, asOf) > LATE_DAYS)
                .ifPresent(last -> {
                    long days = ChronoUnit.DAYS.between(last, asOf);
                    String detail = "[\"%s\", %d, \"%s\"]".formatted(asOf, days, last);
                    store.run(Sql.of("insert into doubts values ('as_of_late', '', '', 1, ?)", detail));
                });
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
        if (!totals.isEmpty()) {
            return Problem.of("audit.totals", name, totals);
        }
        String lists = file.columns().stream()
                .filter(column -> column.examples().stream().anyMatch(example -> example.startsWith("[{")))
                .map(ColumnPlan::header)
                .collect(Collectors.joining(", "));
        return lists.isEmpty() ? Problem.of("audit.no_facts", name) : Problem.of("audit.lists_inside", name, lists);
    }
}
