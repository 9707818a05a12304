package io.filon.intake.infer;

import io.filon.intake.infer.amount.MoneyFile;
import io.filon.intake.infer.words.Fit;
import io.filon.intake.lexicon.Lexicon;
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
import java.util.Optional;
import java.util.Set;

/// Stops before any work when the files cannot give an audit, naming the file and what to say with `--map`.
final class Refusals {

    private static final Map<Kind, Role> MUST_BE_DATED = Map.of(
            Kind.ORDERS, Role.ORDERED_AT,
            Kind.ORDER_LINES, Role.ORDERED_AT,
            Kind.EVENTS, Role.OCCURRED_AT,
            Kind.SUBSCRIPTIONS, Role.STARTED_AT);

    private static final int LONGEST_MONTH = 31;
    private static final Set<Role> PERSON = Set.of(Role.CUSTOMER_ID, Role.EMAIL);
    private static final Set<Kind> PERHAPS_OF_CUSTOMERS = Set.of(Kind.CUSTOMERS, Kind.UNUSED);

    /// From so many columns a list tells something about its customers.
    private static final int TELLING = 5;

    private final Lexicon lexicon;
    private final List<Problem> problems = new ArrayList<>();

    /// Files without a day, nor a column to name in a remedy.
    private final List<String> dayless = new ArrayList<>();

    private Refusals(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /// @throws FilonException listing all problems
    static void check(Lexicon lexicon, List<Draft> drafts, List<Joins.Found> links) {
        new Refusals(lexicon).check(drafts, links);
    }

    private void check(List<Draft> drafts, List<Joins.Found> links) {
        for (int at = 0; at < drafts.size(); at++) {
            Draft draft = drafts.get(at);
            Role day = MUST_BE_DATED.get(draft.kind);
            if (day != null && !dated(drafts, links, at, day)) {
                undated(draft, day);
            }
            if (zero(draft) && drafts.stream().noneMatch(other -> sameHeaders(draft, other) && !zero(other))) {
                problems.add(Problem.of(
                        "plan.all_zero",
                        draft.raw.file(),
                        sold(draft).getFirst().header()));
            }
        }
        boolean nothing = drafts.stream().allMatch(draft -> draft.kind == Kind.UNUSED || draft.kind == Kind.LOOKUP);
        boolean undated = drafts.stream().noneMatch(draft -> hasDate(draft) || draft.kind == Kind.VISITS);
        if (problems.isEmpty() && dayless.isEmpty() && undated) {
            drafts.forEach(draft -> undated(draft, Role.ORDERED_AT));
        }
        if (!dayless.isEmpty()) {
            problems.add(Problem.of("plan.no_day", String.join(", ", dayless)));
        }
        if (problems.isEmpty() && nothing) {
            drafts.forEach(draft -> problems.add(nothing(draft)));
        }
        if (!problems.isEmpty()) {
            throw new FilonException(problems);
        }
    }

    private void undated(Draft draft, Role role) {
        String file = draft.raw.file();
        Optional<String> day = day(draft);
        Optional<String> numbered = draft.profiles.stream()
                .filter(this::numbersDays)
                .map(ColumnProfile::header)
                .findFirst();
        if (MonthsAcross.in(draft.raw.headers())) {
            problems.add(Problem.of("plan.months_across", file));
        } else if (day.isPresent()) {
            problems.add(Problem.of("plan.no_date", file, role.word(), day.get()));
        } else if (numbered.isPresent()) {
            problems.add(Problem.of("plan.day_numbers", file, numbered.get()));
        } else if (perhapsOfCustomers(draft)) {
            problems.add(Problem.of("plan.no_date_customers", file));
        } else {
            dayless.add(file);
        }
    }

    /// Whether each row may be a customer, told by several columns and by no number that comes back.
    private boolean perhapsOfCustomers(Draft draft) {
        return PERHAPS_OF_CUSTOMERS.contains(draft.kind)
                && draft.profiles.size() >= TELLING
                && draft.profiles.stream()
                        .filter(profile -> lexicon.concepts(profile.header()).containsAll(List.of("customer", "id")))
                        .allMatch(ColumnProfile::unique);
    }

    private Problem nothing(Draft draft) {
        String file = draft.raw.file();
        return person(draft)
                .map(column -> Problem.of("plan.nothing", file, column))
                .orElseGet(() -> Problem.of("plan.nothing_named", file));
    }

    private static boolean dated(List<Draft> drafts, List<Joins.Found> links, int at, Role day) {
        Draft draft = drafts.get(at);
        return draft.hasAny(day, Role.PAID_AT, Role.CREATED_AT)
                || (day == Role.ORDERED_AT && draft.hasAny(OrderDays.LATER))
                || OrderDays.borrowed(drafts, links, at, day)
                || OrderDays.datedByLines(drafts, links, at);
    }

    private static boolean hasDate(Draft draft) {
        return draft.profiles.stream()
                .anyMatch(profile -> RoleTypes.DATES.contains(draft.role(profile.index()))
                        || profile.shapes().dates() > 0.9);
    }

    /// Parts of one export: months, years, stages.
    private static boolean sameHeaders(Draft draft, Draft other) {
        return draft.kind == other.kind && draft.raw.headers().equals(other.raw.headers());
    }

    /// Whether nothing was sold for more than 0, by any column that says so.
    private static boolean zero(Draft draft) {
        List<ColumnProfile> money = sold(draft);
        return (draft.sells() || draft.kind == Kind.DEALS)
                && !money.isEmpty()
                && money.stream().allMatch(column -> column.filled() == 0 || MoneyFile.allZero(column));
    }

    private static List<ColumnProfile> sold(Draft draft) {
        return Assignment.SOLD_FOR.stream()
                .flatMap(role -> draft.column(role).stream())
                .toList();
    }

    /// A column worth naming as the day: one that looks so, else one whose header says so and that holds no numbers.
    private static Optional<String> day(Draft draft) {
        return draft.profiles.stream()
                .filter(profile -> profile.shapes().dates() > 0.5)
                .map(ColumnProfile::header)
                .findFirst()
                .or(() -> draft.profiles.stream()
                        .filter(profile -> !profile.empty() && profile.shapes().numbers() < 0.5)
                        .map(ColumnProfile::header)
                        .filter(header -> header.toLowerCase(Locale.ROOT).matches(".*(date|fecha|d[ií]a|when).*"))
                        .findFirst());
    }

    /// Days counted from one that the file does not tell: 1 to 711.
    private boolean numbersDays(ColumnProfile profile) {
        return lexicon.concepts(profile.header()).contains("date")
                && profile.distinct() > LONGEST_MONTH
                && profile.share(text -> text.matches("\\d{1,3}|[1-9]\\d{3}")) == 1;
    }

    private Optional<String> person(Draft draft) {
        return draft.profiles.stream()
                .filter(profile -> PERSON.stream()
                        .anyMatch(role ->
                                lexicon.roles(profile.header()).containsKey(role) && Fit.of(role, profile) == 1))
                .map(ColumnProfile::header)
                .findFirst();
    }
}
