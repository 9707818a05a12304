package io.filon.intake.infer;

import io.filon.intake.infer.words.ExchangeRates;
import io.filon.intake.infer.words.Questions;
import io.filon.intake.infer.words.StatusWords;
import io.filon.intake.lexicon.KindRule;
import io.filon.intake.lexicon.Lexicon;
import io.filon.intake.plan.Kind;
import io.filon.intake.plan.Role;
import io.filon.intake.profile.ColumnProfile;
import io.filon.intake.profile.RoleTypes;
import io.filon.intake.recipe.HeaderWords;
import io.filon.intake.recipe.Recipe;
import io.filon.intake.recipe.Recipes;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Gives a file its kind and its columns their roles: by correction, by recipe, else by headers and values.
final class Guess {

    /// Who ordered.
    static final Set<Role> WHO =
            Set.of(Role.CUSTOMER_ID, Role.EMAIL, Role.PHONE, Role.NAME, Role.ACCOUNT_ID, Role.COMPANY);

    private static final Set<Role> OF_GOODS = Set.of(
            Role.PRODUCT_ID,
            Role.CATEGORY,
            Role.SUBCATEGORY,
            Role.BRAND,
            Role.QUANTITY,
            Role.UNIT_PRICE,
            Role.LIST_AMOUNT);

    private static final Set<Role> OF_RETURNS = Set.of(
            Role.RETURN_ID,
            Role.ORDER_ID,
            Role.REFUNDED,
            Role.AMOUNT,
            Role.RETURNED_QUANTITY,
            Role.QUANTITY,
            Role.REASON);

    private static final Set<Role> OF_DEALS =
            Set.of(Role.DEAL_ID, Role.LEAD_ID, Role.ACCOUNT_ID, Role.CUSTOMER_ID, Role.COMPANY);

    private static final Set<Role> OF_OUTCOMES =
            Set.of(Role.DEAL_AMOUNT, Role.DEAL_ESTIMATE, Role.IS_WON, Role.CLOSED_AT);

    /// Words of the period that a subscription is in.
    private static final Set<String> OF_PERIODS =
            Set.of("trial", "prueba", "current", "actual", "renewal", "renovacion");

    private static final Pattern PERIOD = Pattern.compile(
            "(?i)day|daily|week(ly)?|month(ly)?|quarter(ly)?|year(ly)?|annual(ly)?|d[ií]a|diari[oa]|semana(l)?|mes|mensual|trimestr(e|al)|año|anual");

    private static final Set<Role> IDENTITY = Set.of(Role.CUSTOMER_ID, Role.EMAIL, Role.PHONE);
    private static final Set<Role> ABOUT_PERSON = Set.of(Role.EMAIL, Role.BIRTH_ON, Role.AGE, Role.GENDER);

    /// What it adds to leads that a column says how far they are from being customers.
    private static final double OF_STATES = 3;

    /// Fit from which a header that a recipe does not know is read.
    private static final double SURE = 0.85;

    private final Lexicon lexicon;
    private final StatusWords words;
    private final Recipes recipes;
    private final Corrections corrections;

    Guess(Lexicon lexicon, StatusWords words, Recipes recipes, Corrections corrections) {
        this.lexicon = lexicon;
        this.words = words;
        this.recipes = recipes;
        this.corrections = corrections;
    }

    void fill(Draft draft) {
        correct(draft);
        Optional<Kind> saidKind = corrections.about(draft.raw).stream()
                .filter(entry -> entry.column().isEmpty())
                .map(entry -> Kind.valueOf(entry.word().toUpperCase(Locale.ROOT)))
                .reduce((earlier, later) -> later);
        draft.said = saidKind.isPresent();
        Optional<Recipe> recipe = draft.raw.header() ? recipes.match(draft.raw.headers()) : Optional.empty();
        if (recipe.isPresent()
                && saidKind.orElse(recipe.get().kind()) == recipe.get().kind()) {
            follow(draft, recipe.get());
            if (!strange(draft, recipe.get())) {
                return;
            }
            leave(draft);
        }
        if (draft.raw.header()) {
            infer(draft, saidKind);
        } else {
            Headerless.fill(draft);
            saidKind.ifPresent(kind -> draft.kind = kind);
        }
    }

    /// A file that is nothing by itself, but says when and by whom the orders were placed whose lines are in another.
    void heads(Draft draft) {
        heads(draft, List.of(Set.of(Role.ORDERED_AT), WHO));
    }

    /// Likewise, where the lines say the rest.
    ///
    /// @param needs one of each group, beside the number of the order
    void heads(Draft draft, List<Set<Role>> needs) {
        if (!corrections.about(draft.raw).isEmpty()) {
            return; // somebody said what it is
        }
        lexicon.kinds().stream()
                .filter(rule -> rule.kind() == Kind.ORDERS)
                .map(rule -> Assignment.of(rule.needing(needs), readings(draft), Map.of()))
                .filter(found -> found.score() > 0)
                .findFirst()
                .ifPresent(found -> {
                    draft.kind = Kind.ORDERS;
                    found.roles().forEach((column, role) -> draft.assign(column, role, "header"));
                });
    }

    /// Reads a file as one kind, whatever else it could be; corrections keep their say.
    void as(Kind kind, Draft draft) {
        as(kind, draft, Map.of());
    }

    /// Likewise, where some columns are known.
    void as(Kind kind, Draft draft, Map<Integer, Role> known) {
        Map<Integer, Role> held = new HashMap<>(known);
        held.putAll(draft.corrections());
        best(draft, readings(draft), held, Optional.of(kind)).ifPresent(found -> {
            draft.kind = kind;
            draft.profiles.forEach(profile -> draft.assign(profile.index(), Role.IGNORED, "values"));
            found.roles().forEach((column, role) -> draft.assign(column, role, "header"));
        });
    }

    /// A list of people, or of goods, numbers them by a bare `id`.
    private void ownNumber(Draft draft) {
        Role role = draft.kind == Kind.CUSTOMERS ? Role.CUSTOMER_ID : Role.PRODUCT_ID;
        if ((draft.kind == Kind.CUSTOMERS || draft.kind == Kind.PRODUCTS) && !draft.has(role)) {
            draft.unassigned().stream()
                    .filter(profile -> profile.unique()
                            && lexicon.concepts(profile.header()).equals(List.of("id")))
                    .findFirst()
                    .ifPresent(profile -> draft.assign(profile.index(), role, "header"));
        }
    }

    private void correct(Draft draft) {
        for (Corrections.Entry entry : corrections.about(draft.raw)) {
            if (!entry.column().isEmpty()) {
                Corrections.column(draft.raw, entry.column())
                        .ifPresent(column -> draft.correct(column, Lexicon.role(entry.word()), entry.origin()));
            }
        }
    }

    private Assignment.Readings readings(Draft draft) {
        return Assignment.Readings.of(draft.telling(), lexicon, words);
    }

    private void follow(Draft draft, Recipe recipe) {
        draft.kind = recipe.kind();
        draft.recipe = recipe.name();
        draft.statuses.putAll(recipe.statuses());
        draft.settings.putAll(recipe.settings());
        List<Role> roles = recipe.roles(draft.raw.headers());
        Set<Role> said = Set.copyOf(draft.corrections().values());
        for (int column = 0; column < roles.size(); column++) {
            Role role = roles.get(column);
            draft.assign(column, said.contains(role) && !Recipe.MANY.contains(role) ? recipe.other() : role, "recipe");
        }
        beside(draft, recipe);
    }

    /// Whether the headers only happen to be those of a known export: the recipe finds no day, though a column that
    /// it does not know holds days.
    private static boolean strange(Draft draft, Recipe recipe) {
        Set<Integer> named = recipe.named(draft.raw.headers()).keySet();
        return (recipe.kind() == Kind.ORDERS || recipe.kind() == Kind.ORDER_LINES)
                && !draft.hasAny(Role.ORDERED_AT, Role.PAID_AT, Role.CREATED_AT, Role.OCCURRED_AT)
                && draft.profiles.stream()
                        .filter(profile ->
                                !named.contains(profile.index()) && draft.role(profile.index()) == recipe.other())
                        .anyMatch(OrderDays::onlyDays);
    }

    private static void leave(Draft draft) {
        draft.recipe = "inferred";
        draft.statuses.clear();
        draft.settings.clear();
        draft.profiles.forEach(profile -> draft.assign(profile.index(), Role.IGNORED, "values"));
    }

    /// Fills in who and when, where the recipe finds neither but a header that it does not know says so: the export
    /// is of another version, or of another program with much the same headers. Money is left as the recipe has it.
    private void beside(Draft draft, Recipe recipe) {
        Set<Integer> named = recipe.named(draft.raw.headers()).keySet();
        List<ColumnProfile> unknown = draft.profiles.stream()
                .filter(profile -> !named.contains(profile.index()) && !draft.corrected(profile.index()))
                .filter(profile -> !profile.empty())
                .toList();
        Map<Role, Double> fitting = lexicon.kinds().stream()
                .filter(rule -> rule.kind() == recipe.kind())
                .findFirst()
                .map(KindRule::roles)
                .orElse(Map.of());
        Assignment.Readings readings = Assignment.Readings.of(unknown, lexicon, words);
        for (Role role : fitting.keySet()) {
            boolean asked = RoleTypes.DATES.contains(role) || ABOUT_PERSON.contains(role);
            boolean nobody = IDENTITY.contains(role) && !draft.hasAny(Role.CUSTOMER_ID, Role.EMAIL);
            if ((asked || nobody) && !draft.has(role)) {
                unknown.stream()
                        .filter(profile -> draft.role(profile.index()) == recipe.other())
                        .filter(profile -> readings.match(profile.index(), role) >= SURE)
                        .findFirst()
                        .ifPresent(profile -> draft.assign(profile.index(), role, "header"));
            }
        }
    }

    private void infer(Draft draft, Optional<Kind> saidKind) {
        Assignment.Readings readings = readings(draft);
        Map<Integer, Role> held = draft.corrections();
        Optional<Assignment> chosen = best(draft, readings, held, saidKind);
        boolean noAmount = chosen.filter(found -> found.rule().roles().containsKey(Role.AMOUNT))
                .isEmpty();
        if (held.containsValue(Role.AMOUNT) && noAmount) {
            // where a row is a whole order, what somebody calls its amount is its total
            Map<Integer, Role> total = new HashMap<>(held);
            total.replaceAll((_, role) -> role == Role.AMOUNT ? Role.ORDER_TOTAL : role);
            Optional<Assignment> whole = best(draft, readings, total, saidKind);
            whole.ifPresent(_ -> total.forEach((column, role) -> draft.correct(column, role, draft.evidence(column))));
            chosen = whole.isPresent() ? whole : chosen;
        }
        draft.kind = saidKind.orElse(chosen.map(found -> found.rule().kind()).orElse(Kind.UNUSED));
        chosen.ifPresent(found -> found.roles().forEach((column, role) -> draft.assign(column, role, "header")));
        nameBesideCustomer(draft);
        ownNumber(draft);
        otherAddresses(draft);
        numberOfAnswers(draft);
    }

    /// A number of its own on every filled-in form is the form's: no answer, nor the customer where an e-mail address
    /// says who filled it in.
    private void numberOfAnswers(Draft draft) {
        if (draft.kind != Kind.ANSWERS) {
            return;
        }
        boolean addressed = draft.column(Role.EMAIL)
                .filter(email -> email.filled() * 2 > email.rows())
                .isPresent();
        draft.profiles.stream()
                .filter(ColumnProfile::unique)
                .filter(number -> draft.role(number.index()) == Role.IGNORED
                        || (addressed && draft.role(number.index()) == Role.CUSTOMER_ID))
                .filter(number -> {
                    List<String> concepts = lexicon.concepts(number.header());
                    return concepts.contains("id") && !concepts.contains("customer");
                })
                .forEach(number -> draft.assign(number.index(), Role.IGNORED, "header"));
    }

    /// A person's second address is hers too: for finding her, and where the first is blank.
    private void otherAddresses(Draft draft) {
        Optional<ColumnProfile> first = draft.column(Role.EMAIL);
        if (draft.kind == Kind.CUSTOMERS && first.isPresent()) {
            draft.unassigned().stream()
                    .filter(profile -> profile.index() > first.get().index() && Keys.emails(profile))
                    .filter(profile -> profile.distinct() * 10 >= profile.filled() * 9)
                    .filter(profile -> ofPerson(lexicon.concepts(profile.header())))
                    .forEach(profile -> draft.assign(profile.index(), Role.EMAIL, "header"));
        }
    }

    /// Not the seller's address, nor the company's.
    private static boolean ofPerson(List<String> concepts) {
        return concepts.contains("email")
                && concepts.stream()
                        .allMatch(concept -> concept.startsWith("?")
                                || Set.of("email", "customer", "id").contains(concept));
    }

    /// Just after the customer's code, `name` is hers and not the product's.
    private void nameBesideCustomer(Draft draft) {
        draft.column(Role.PRODUCT)
                .filter(product -> !draft.corrected(product.index())
                        && product.index() > 0
                        && draft.role(product.index() - 1) == Role.CUSTOMER_ID
                        && lexicon.concepts(product.header()).equals(List.of("name")))
                .ifPresent(product -> draft.assign(product.index(), Role.NAME, "header"));
    }

    private Optional<Assignment> best(
            Draft draft, Assignment.Readings readings, Map<Integer, Role> held, Optional<Kind> saidKind) {
        return lexicon.kinds().stream()
                .filter(rule -> saidKind.isEmpty() || rule.kind() == saidKind.get())
                .map(rule -> Assignment.of(rule, readings, held))
                .filter(assignment -> assignment.score() > 0 || saidKind.isPresent())
                .filter(assignment -> saidKind.isPresent() || !misread(draft, assignment))
                .max(Comparator.comparingDouble(assignment -> assignment.score()
                        + switch (assignment.rule().kind()) {
                            case ANSWERS -> 1.5 * questions(draft);
                            case LEADS -> readings.leads() ? OF_STATES : 0;
                            default -> 0;
                        }));
    }

    /// Orders and order lines hold much the same roles; what tells them apart is whether order ids repeat. A list
    /// of every customer with the day of signing up or of the last order holds no orders, only sums.
    private boolean misread(Draft draft, Assignment assignment) {
        Kind kind = assignment.rule().kind();
        Optional<ColumnProfile> order = column(draft, assignment, Role.ORDER_ID);
        boolean ofCustomer = column(draft, assignment, Role.ORDERED_AT)
                .filter(date -> !draft.corrected(date.index()))
                .map(date -> lexicon.concepts(date.header()))
                .filter(concepts -> concepts.contains("created") || concepts.contains("last"))
                .isPresent();
        if (order.isEmpty()
                && ofCustomer
                && column(draft, assignment, Role.CUSTOMER_ID)
                        .filter(ColumnProfile::unique)
                        .isPresent()) {
            return kind == Kind.ORDERS || kind == Kind.ORDER_LINES;
        }
        return switch (kind) {
            case ORDERS ->
                logsVisits(draft)
                        || renews(draft)
                        || (order.isPresent()
                                && !order.get().unique()
                                && order.get().rows() > 3
                                && order.get().distinct() < order.get().filled() * 0.97
                                // an order and its refund have one number
                                && !(RowKinds.told(draft.profiles) && !speaks(draft, "product", "sku", "quantity")));
            case ORDER_LINES ->
                (order.isPresent() && order.get().unique() && !product(draft, assignment) && !onlyPriced(assignment))
                        || goods(draft, assignment)
                        || (order.filter(number -> !number.unique()).isEmpty() && namesPerson(draft, assignment))
                        || logsVisits(draft)
                        || renews(draft);
            case DEALS, CONSENTS ->
                !speaks(draft, "deal", "lead", "stage", "consent")
                        && (numbersOrders(draft)
                                || speaks(draft, "subscription")
                                || (kind == Kind.DEALS && !deals(draft, assignment)));
            // a stay or a journey has a first and a last day too
            case SUBSCRIPTIONS ->
                answers(draft)
                        || draft.withinDay
                        || (speaks(draft, "order")
                                && !speaks(draft, "subscription", "plan", "period fee", "cancelled"));
            case CUSTOMERS -> answers(draft) || (numbersOrders(draft) && speaks(draft, "date", "on"));
            case TOUCHES ->
                numbersVisits(draft)
                        || column(draft, assignment, Role.CAMPAIGN)
                                .filter(campaign -> campaign.filled() * 2 < campaign.rows())
                                .isPresent();
            // whom somebody called has a number too, and was called again
            case TICKETS ->
                column(draft, assignment, Role.TICKET_ID)
                        .filter(id ->
                                !id.unique() && lexicon.concepts(id.header()).equals(List.of("id")))
                        .isPresent();
            // a day of return alone is that of a loan; a day that most rows lack says which sales came back
            case RETURNS ->
                OF_RETURNS.stream().noneMatch(assignment.roles()::containsValue)
                        || column(draft, assignment, Role.RETURNED_AT)
                                .filter(day -> day.filled() * 2 < day.rows())
                                .isPresent();
            case RATES -> {
                boolean dated = column(draft, assignment, Role.RATE_ON).isPresent();
                yield !ExchangeRates.listed(draft.profiles, dated)
                        || (!dated && speaks(draft, "product", "sku", "order", "customer", "price"));
            }
            case ANSWERS -> questions(draft) < 2;
            // a score without a word may be that of a lead
            case REVIEWS -> !assignment.roles().containsValue(Role.TEXT) && speaks(draft, "score");
            default -> false;
        };
    }

    private static long questions(Draft draft) {
        return Questions.among(draft.raw.headers(), draft.withinDay);
    }

    /// Questions, and when each form was filled in.
    private boolean answers(Draft draft) {
        return questions(draft) >= 2 && speaks(draft, "answered");
    }

    /// Whether each deal says whom it is with, and how much it is worth or how it ended.
    private boolean deals(Draft draft, Assignment assignment) {
        return OF_DEALS.stream().anyMatch(assignment.roles()::containsValue)
                && (!Collections.disjoint(assignment.roles().values(), OF_OUTCOMES)
                        || column(draft, assignment, Role.STAGE)
                                .filter(words::tellWonFromLost)
                                .isPresent());
    }

    /// Whether it lists subscriptions: a plan, its start, the period it is in or its trial, and how often it is paid.
    private boolean renews(Draft draft) {
        return speaks(draft, "start")
                && speaks(draft, "plan", "subscription")
                && draft.raw.headers().stream()
                        .flatMap(header -> HeaderWords.of(header).stream())
                        .anyMatch(OF_PERIODS::contains)
                && draft.profiles.stream()
                        .anyMatch(profile -> !profile.empty()
                                && profile.share(text -> PERIOD.matcher(text).matches()) == 1);
    }

    /// A bare *name* beside a telephone, an address, an age or a sex, in a file that speaks of no goods, is a
    /// person's.
    private boolean namesPerson(Draft draft, Assignment assignment) {
        return column(draft, assignment, Role.PRODUCT)
                        .filter(name -> lexicon.concepts(name.header()).equals(List.of("name")))
                        .isPresent()
                && (speaks(draft, "phone", "email")
                        || (speaks(draft, "age", "gender", "birth")
                                && !assignment.roles().containsValue(Role.CUSTOMER_ID)))
                && OF_GOODS.stream().noneMatch(assignment.roles()::containsValue);
    }

    /// A quantity and a price with no amount: what the order came to is told as a line tells it.
    private static boolean onlyPriced(Assignment assignment) {
        return assignment.roles().values().containsAll(Set.of(Role.QUANTITY, Role.UNIT_PRICE))
                && !assignment.roles().containsValue(Role.AMOUNT);
    }

    /// A bare reference is the product's only where there is a quantity of it.
    private boolean product(Draft draft, Assignment assignment) {
        boolean named = column(draft, assignment, Role.PRODUCT_ID)
                .filter(id -> !lexicon.concepts(id.header()).equals(List.of("id"))
                        || column(draft, assignment, Role.QUANTITY).isPresent())
                .isPresent();
        return named || assignment.roles().containsValue(Role.PRODUCT);
    }

    /// A list of goods with prices: no day, no quantity, each product once.
    private static boolean goods(Draft draft, Assignment assignment) {
        return column(draft, assignment, Role.ORDERED_AT).isEmpty()
                && column(draft, assignment, Role.QUANTITY).isEmpty()
                && column(draft, assignment, Role.CUSTOMER_ID).isEmpty()
                && column(draft, assignment, Role.ORDER_ID)
                        .filter(order -> !order.unique())
                        .isEmpty()
                && column(draft, assignment, Role.PRODUCT)
                        .filter(ColumnProfile::unique)
                        .isPresent();
    }

    /// Whether every row has a visit's number of its own.
    private boolean numbersVisits(Draft draft) {
        return draft.profiles.stream()
                .filter(ColumnProfile::unique)
                .map(profile -> lexicon.concepts(profile.header()))
                .anyMatch(concepts ->
                        concepts.contains("id") && (concepts.contains("session") || concepts.contains("visit")));
    }

    /// Visits to a site may carry what was sold in them, but are no list of orders.
    private boolean logsVisits(Draft draft) {
        return numbersVisits(draft)
                && !numbersOrders(draft)
                && speaks(draft, "visit duration", "bounce rate", "exit rate")
                && speaks(draft, "anonymous", "pages", "page");
    }

    private boolean speaks(Draft draft, String... of) {
        return lexicon.speaksOf(draft.raw.headers(), Set.of(of));
    }

    /// Whether every row has an order's number of its own.
    private boolean numbersOrders(Draft draft) {
        return draft.profiles.stream()
                .filter(profile -> profile.unique() && profile.filled() == profile.rows())
                .map(profile -> lexicon.concepts(profile.header()))
                .anyMatch(concepts -> concepts.containsAll(List.of("order", "id")) && !concepts.contains("last"));
    }

    private static Optional<ColumnProfile> column(Draft draft, Assignment assignment, Role role) {
        return assignment.roles().entrySet().stream()
                .filter(entry -> entry.getValue() == role)
                .map(entry -> draft.profiles.get(entry.getKey()))
                .findFirst();
    }
}
