package io.filon.intake.infer;

import io.filon.intake.plan.Doubt;
import io.filon.intake.plan.Kind;
import io.filon.intake.plan.Role;
import io.filon.intake.profile.ColumnProfile;
import io.filon.intake.recipe.HeaderWords;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The last choices inside one file, once kind and roles are known: who the customer is, whether rows make orders,
/// what a list of won deals or redeemed coupons says by being one.
final class Settling {

    private static final Set<Kind> OF_CUSTOMERS =
            Set.of(Kind.ORDERS, Kind.ORDER_LINES, Kind.SUBSCRIPTIONS, Kind.EVENTS);

    private static final Set<String> OF_WON = Set.of("won", "ganado", "ganada", "ganados", "ganadas");
    private static final Pattern REDEEMED = Pattern.compile("redempt|redeem|canje");

    private static final Set<Kind> OF_SOMEBODY = Set.of(Kind.TICKETS, Kind.EVENTS, Kind.TOUCHES);
    private static final Role[] NAMING = {Role.CUSTOMER_ID, Role.EMAIL, Role.PHONE, Role.ANONYMOUS_ID, Role.SESSION_ID};

    /// What a header says that time is counted in, where it is not minutes.
    private static final Map<String, Set<String>> UNITS = Map.of(
            "seconds", Set.of("s", "sec", "secs", "second", "seconds", "seg", "segs", "segundo", "segundos"),
            "hours", Set.of("h", "hr", "hrs", "hour", "hours", "hora", "horas"));

    private static final Pattern MASKED = Pattern.compile("[*•]{2}|[xX]{4}");

    /// Doubts that another file may settle.
    static final Set<String> NO_CUSTOMER = Set.of("no_customer", "names_nobody");

    private static final Set<Role> PERSON =
            Set.of(Role.CUSTOMER_ID, Role.EMAIL, Role.PHONE, Role.ACCOUNT_ID, Role.LEAD_ID);

    private static final Pattern BOUGHT = Pattern.compile("(?i)purchase|order|checkout|transaction|compra|pedido|buy");

    /// More different words than this are no names of what people do.
    private static final int MOST_NAMES = 200;

    /// Fewer rows than this show nothing.
    private static final int SHOWN = 20;

    /// With so many times the rows of the average customer, the number 0 stands for all who are not known.
    private static final int GUESTS = 5;

    /// More visits than this for each different value: it does not tell visitors apart.
    private static final int MOST_VISITS = 50;

    private Settling() {}

    static void settle(Draft draft, List<Doubt> doubts) {
        if (OF_CUSTOMERS.contains(draft.kind)) {
            customer(draft, doubts);
        }
        if (OF_SOMEBODY.contains(draft.kind) && !draft.hasAny(NAMING)) {
            doubts.add(new Doubt("names_nobody", draft.raw.file(), "", 2, List.of()));
        }
        if (draft.has(Role.LAST_NAME) && !draft.has(Role.FIRST_NAME) && draft.inferred()) {
            draft.turn(Role.NAME, Role.FIRST_NAME, "header");
        }
        byKind(draft, doubts);
    }

    private static void byKind(Draft draft, List<Doubt> doubts) {
        switch (draft.kind) {
            case ORDER_LINES -> lines(draft, doubts);
            case DEALS -> deals(draft);
            case TOUCHES -> touches(draft);
            case EVENTS -> eventName(draft);
            case TICKETS ->
                UNITS.forEach((unit, spelled) -> draft.column(Role.HANDLE_MINUTES)
                        .filter(time -> !Collections.disjoint(HeaderWords.of(time.header()), spelled))
                        .ifPresent(_ -> draft.settings.put("handle_time", unit)));
            // a few values for all visits are kinds of visitors, not visitors
            case VISITS ->
                draft.column(Role.ANONYMOUS_ID)
                        .filter(column -> column.distinct() * MOST_VISITS < column.filled())
                        .ifPresent(column -> draft.assign(column.index(), Role.IGNORED, "values"));
            // an account number of one's own is no company that several belong to
            case CUSTOMERS ->
                draft.column(Role.ACCOUNT_ID)
                        .filter(ColumnProfile::unique)
                        .ifPresent(column -> draft.assign(column.index(), Role.IGNORED, "header"));
            default -> {}
        }
    }

    /// Without an id or an address, the name is all there is to tell customers apart.
    private static void customer(Draft draft, List<Doubt> doubts) {
        noCustomers(draft);
        draft.column(Role.CUSTOMER_ID)
                .filter(number -> number.share(text -> MASKED.matcher(text).find()) > 0.5)
                .ifPresent(number -> card(draft, number, doubts));
        if (!draft.hasAny(Role.CUSTOMER_ID, Role.ANONYMOUS_ID)
                && told(draft, Role.EMAIL).isEmpty()
                && told(draft, Role.PHONE).isEmpty()) {
            byName(draft, doubts);
        }
    }

    /// The number of a card, shown in part, is a poor customer's number: several cards end in the same digits, and
    /// one customer has several.
    private static void card(Draft draft, ColumnProfile number, List<Doubt> doubts) {
        if (told(draft, Role.EMAIL).isPresent() || told(draft, Role.PHONE).isPresent()) {
            draft.assign(number.index(), Role.IGNORED, "values");
        } else {
            doubts.add(new Doubt("customer_by_name", draft.raw.file(), number.header(), 2, List.of()));
        }
    }

    private static void byName(Draft draft, List<Doubt> doubts) {
        for (Role role : List.of(Role.ACCOUNT_ID, Role.COMPANY, Role.NAME)) {
            ColumnProfile column =
                    draft.column(role).filter(some -> !some.empty()).orElse(null);
            if (column != null && (role == Role.NAME || !Fit.fewOfMany(column))) {
                draft.assign(column.index(), Role.CUSTOMER_ID, "values");
                doubts.add(new Doubt("customer_by_name", draft.raw.file(), column.header(), 2, List.of()));
                return;
            }
        }
        Stream.of(Role.EMAIL, Role.PHONE)
                .flatMap(role -> draft.column(role).stream())
                .filter(Fit::constant)
                .forEach(column -> draft.assign(column.index(), Role.IGNORED, "values"));
        boolean somebody = Stream.of(Role.EMAIL, Role.PHONE)
                .flatMap(role -> draft.column(role).stream())
                .anyMatch(column -> !column.empty());
        if (draft.kind != Kind.EVENTS && !somebody) {
            doubts.add(new Doubt("no_customer", draft.raw.file(), "", 1, List.of()));
        }
    }

    /// The column of e-mail addresses or telephones if it tells customers apart: most rows have one, not all the same
    /// as the shop's own would be, and few names share a telephone.
    private static Optional<ColumnProfile> told(Draft draft, Role role) {
        long names = draft.column(Role.NAME).map(ColumnProfile::distinct).orElse(0L);
        return draft.column(role)
                .filter(column -> draft.corrected(column.index())
                        || (column.filled() * 2 > column.rows()
                                && !Fit.constant(column)
                                && (role != Role.PHONE || column.distinct() * 2 >= names)));
    }

    /// A number of its own on every row, where e-mails come back, is the row's: an attendee's, a passenger's. One
    /// that is blank or the same throughout is nobody's where an address or a name tells customers apart.
    private static void noCustomers(Draft draft) {
        boolean back = draft.column(Role.EMAIL)
                .filter(email -> email.filled() * 2 > email.rows() && email.distinct() < email.filled() * 0.9)
                .isPresent();
        draft.column(Role.CUSTOMER_ID)
                .filter(number -> draft.inferred() && back && number.unique() && number.rows() >= SHOWN)
                .ifPresent(number -> draft.assign(number.index(), Role.IGNORED, "values"));
        draft.column(Role.CUSTOMER_ID)
                .filter(number -> number.empty() || Fit.constant(number))
                .filter(number -> told(draft, Role.EMAIL).isPresent()
                        || told(draft, Role.PHONE).isPresent()
                        || draft.column(Role.NAME)
                                .filter(name -> name.distinct() > 1)
                                .isPresent())
                .ifPresent(number -> draft.assign(number.index(), Role.IGNORED, "values"));
    }

    /// Values that mean "not stated": for a customer also the number 0, where it has many times the rows of any
    /// other.
    ///
    /// @param nobody numbers that lists of customers keep for none of them
    static List<String> placeholders(Role role, ColumnProfile profile, List<String> nobody) {
        if (role != Role.CUSTOMER_ID) {
            return profile.placeholders();
        }
        Stream<String> zero = profile.values().stream()
                .filter(value -> profile.rows() >= SHOWN
                        && value.text().matches("0+(\\.0+)?")
                        && value.times() * profile.distinct() > profile.filled() * GUESTS)
                .map(ColumnProfile.Value::text);
        return Stream.of(profile.placeholders().stream(), zero, nobody.stream())
                .flatMap(values -> values)
                .distinct()
                .toList();
    }

    private static void lines(Draft draft, List<Doubt> doubts) {
        boolean ordered = draft.has(Role.ORDER_ID);
        draft.synthesizeOrders = !ordered && draft.hasAny(Role.PRODUCT_ID, Role.PRODUCT, Role.BRAND);
        if (!ordered) {
            String code = draft.synthesizeOrders ? "orders_by_day" : "orders_by_row";
            doubts.add(new Doubt(code, draft.raw.file(), "", 3, List.of()));
        }
    }

    private static void deals(Draft draft) {
        boolean wonList = !draft.hasAny(Role.STAGE, Role.IS_WON, Role.IS_CLOSED)
                && words(draft).anyMatch(OF_WON::contains);
        if (wonList) {
            draft.settings.put("deals", "won");
        }
    }

    /// What is the same on every row does not say what happened; where just one other column holds a few words that
    /// change, that one does.
    private static void eventName(Draft draft) {
        draft.column(Role.EVENT_NAME)
                .filter(name -> Fit.constant(name) && draft.inferred())
                .ifPresent(name -> {
                    List<ColumnProfile> words = draft.unassigned().stream()
                            .filter(Settling::fewWords)
                            .toList();
                    if (words.size() == 1) {
                        draft.assign(name.index(), Role.IGNORED, "values");
                        draft.assign(words.getFirst().index(), Role.EVENT_NAME, "values");
                    }
                });
    }

    private static boolean fewWords(ColumnProfile column) {
        return column.distinct() > 1
                && column.distinct() <= MOST_NAMES
                && column.filled() == column.rows()
                && column.filled() >= column.distinct() * 2
                && column.shapes().flags() < 0.1
                && column.share(text -> text.matches("[\\p{L} _.-]{3,}")) > 0.9;
    }

    /// Where no file names anybody and events tell of purchases, the number of the browser or the device is all there
    /// is to tell people apart.
    static void visitors(List<Draft> drafts, List<Doubt> doubts) {
        boolean named = drafts.stream()
                .filter(draft -> draft.kind != Kind.UNUSED)
                .flatMap(draft -> PERSON.stream().flatMap(role -> draft.column(role).stream()))
                .anyMatch(column -> !column.empty());
        if (named) {
            return;
        }
        for (Draft draft : drafts) {
            boolean bought = draft.kind == Kind.EVENTS
                    && draft.column(Role.EVENT_NAME)
                            .filter(name ->
                                    name.share(text -> BOUGHT.matcher(text).find()) > 0)
                            .isPresent();
            draft.column(Role.ANONYMOUS_ID)
                    .filter(column -> bought && !column.empty())
                    .ifPresent(column -> {
                        draft.column(Role.CUSTOMER_ID)
                                .ifPresent(blank -> draft.assign(blank.index(), Role.IGNORED, "values"));
                        draft.assign(column.index(), Role.CUSTOMER_ID, "values");
                        doubts.add(new Doubt("customer_by_device", draft.raw.file(), column.header(), 2, List.of()));
                    });
        }
    }

    private static void touches(Draft draft) {
        if (!draft.has(Role.TOUCH_KIND)
                && words(draft).anyMatch(word -> REDEEMED.matcher(word).find())) {
            draft.settings.put("touch", "redeemed");
        }
    }

    private static Stream<String> words(Draft draft) {
        return draft.raw.headers().stream().flatMap(header -> HeaderWords.of(header).stream());
    }
}
