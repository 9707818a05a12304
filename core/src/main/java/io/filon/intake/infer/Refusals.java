package io.filon.intake.infer;

import io.filon.intake.plan.Kind;
import io.filon.intake.plan.Role;
import io.filon.intake.profile.ColumnProfile;
import io.filon.intake.profile.MonthsAcross;
import io.filon.intake.profile.RoleTypes;
import io.filon.problem.FilonException;
import io.filon.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Stops before any work when the files cannot give an audit, naming the file and what to say with `--map`.
final class Refusals {

    private static final Set<Role> SALES = Set.of(
            Role.AMOUNT, Role.LIST_AMOUNT, Role.UNIT_PRICE, Role.ORDER_TOTAL, Role.ORDER_SUBTOTAL, Role.DEAL_AMOUNT);
    private static final Map<Kind, Role> MUST_BE_DATED = Map.of(
            Kind.ORDERS, Role.ORDERED_AT,
            Kind.ORDER_LINES, Role.ORDERED_AT,
            Kind.EVENTS, Role.OCCURRED_AT,
            Kind.SUBSCRIPTIONS, Role.STARTED_AT);

    private Refusals() {}

    /// @throws FilonException listing all problems
    static void check(List<Draft> drafts, List<Joins.Found> links) {
        List<Problem> problems = new ArrayList<>();
        for (int at = 0; at < drafts.size(); at++) {
            Draft draft = drafts.get(at);
            if (MUST_BE_DATED.containsKey(draft.kind) && !dated(drafts, links, at)) {
                problems.add(undated(draft, MUST_BE_DATED.get(draft.kind)));
            }
            if (zero(draft)) {
                ColumnProfile amount = SALES.stream()
                        .flatMap(role -> draft.column(role).stream())
                        .findFirst()
                        .orElseThrow();
                problems.add(Problem.of("plan.all_zero", draft.raw.file(), amount.header()));
            }
        }
        boolean nothing = drafts.stream().allMatch(draft -> draft.kind == Kind.UNUSED || draft.kind == Kind.LOOKUP);
        boolean undated = drafts.stream().noneMatch(draft -> hasDate(draft) || draft.kind == Kind.VISITS);
        if (problems.isEmpty() && undated) {
            drafts.forEach(draft -> problems.add(undated(draft, Role.ORDERED_AT)));
        }
        if (problems.isEmpty() && nothing) {
            drafts.forEach(draft -> problems.add(Problem.of("plan.nothing", draft.raw.file(), suggestion(draft))));
        }
        if (!problems.isEmpty()) {
            throw new FilonException(problems);
        }
    }

    private static Problem undated(Draft draft, Role role) {
        return MonthsAcross.in(draft.raw.headers())
                ? Problem.of("plan.months_across", draft.raw.file())
                : Problem.of("plan.no_date", draft.raw.file(), role.word(), suggestion(draft));
    }

    private static boolean dated(List<Draft> drafts, List<Joins.Found> links, int at) {
        Role role = MUST_BE_DATED.getOrDefault(drafts.get(at).kind, Role.ORDERED_AT);
        boolean later = role == Role.ORDERED_AT && drafts.get(at).hasAny(OrderDays.LATER);
        return later
                || drafts.get(at).has(role)
                || drafts.get(at).hasAny(Role.PAID_AT, Role.CREATED_AT)
                || OrderDays.borrowed(drafts, links, at, role);
    }

    private static boolean hasDate(Draft draft) {
        return draft.profiles.stream()
                .anyMatch(profile -> RoleTypes.DATES.contains(draft.role(profile.index()))
                        || profile.shapes().dates() > 0.9);
    }

    // all the money the file could have been sold for is 0
    private static boolean zero(Draft draft) {
        boolean facts = Set.of(Kind.ORDERS, Kind.ORDER_LINES, Kind.DEALS).contains(draft.kind);
        List<ColumnProfile> money =
                SALES.stream().flatMap(role -> draft.column(role).stream()).toList();
        return facts
                && !money.isEmpty()
                && money.stream()
                        .allMatch(column -> column.filled() == 0
                                || (column.distinct() <= 3 && column.share(text -> text.matches("[^1-9]*")) == 1));
    }

    /// A column worth naming in the remedy: one that looks like a day, else one whose header speaks of time, else none.
    private static String suggestion(Draft draft) {
        return draft.profiles.stream()
                .filter(profile -> profile.shapes().dates() > 0.5)
                .map(ColumnProfile::header)
                .findFirst()
                .or(() -> draft.raw.headers().stream()
                        .filter(header ->
                                header.toLowerCase(Locale.ROOT).matches(".*(date|fecha|time|d[ií]a|hora|when).*"))
                        .findFirst())
                .orElse("…");
    }
}
