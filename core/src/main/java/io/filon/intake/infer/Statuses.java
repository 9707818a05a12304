package io.filon.intake.infer;

import io.filon.intake.infer.words.StatusWords;
import io.filon.intake.plan.Doubt;
import io.filon.intake.plan.Kind;
import io.filon.intake.plan.Role;
import io.filon.intake.profile.ColumnProfile;
import io.filon.intake.profile.Flags;
import io.filon.intake.recipe.HeaderWords;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Says what the status words seen in a file mean; those that a recipe explains keep its meaning.
///
/// A shop's order whose payment is missing is unpaid. An invoice that is still to be paid was sold all the same: it
/// is pending, and so is every order of a file that says no more of any.
final class Statuses {

    private static final Set<Role> COLUMNS =
            Set.of(Role.STATUS, Role.PAYMENT_STATUS, Role.FULFILLMENT_STATUS, Role.STAGE, Role.TOUCH_KIND);

    private static final Set<String> OF_INVOICES = Set.of(
            "factura",
            "facturas",
            "fra",
            "fact",
            "facturacion",
            "invoice",
            "invoices",
            "invoiced",
            "facture",
            "fattura",
            "rechnung",
            "rechnungsnummer",
            "albaran",
            "alb",
            "recibo");

    /// When what was sold on credit has to be paid.
    private static final Set<String> DUE = Set.of("due", "vencimiento", "vence", "vto", "venc");

    private static final Set<String> OF_STATES = Set.of("status", "state", "estado", "estatus", "situacion");

    private static final Set<String> CLOSED = Set.of("closed", "cerrado", "cerrada");

    private static final Pattern PAID_BACK = Pattern.compile("refund|reembols|rembours|rimbors|erstatt");

    private static final Set<String> OF_NUMBERS =
            Set.of("id", "code", "codigo", "key", "clave", "num", "numero", "number");

    /// A table of more rows than this does not list statuses.
    private static final int MOST = 500;

    /// Words of stages that a doubt shows.
    private static final int MOST_SHOWN = 8;

    /// Less than this share of all orders changes nothing much.
    private static final double MANY = 0.02;

    private final StatusWords words;

    Statuses(StatusWords words) {
        this.words = words;
    }

    /// Finds the words of statuses that orders give by a number, in a small table of numbers and words, which holds
    /// nothing else.
    ///
    /// @return of each file of orders the word of each number
    Map<Draft, Map<String, String>> named(Store store, List<Draft> drafts) {
        Map<Draft, Map<String, String>> named = new HashMap<>();
        for (Draft orders : drafts) {
            Optional<ColumnProfile> number = orders.sells() ? number(orders) : Optional.empty();
            number.ifPresent(column -> drafts.stream()
                    .filter(table -> table != orders && !table.sells() && !table.said)
                    .filter(table -> !table.raw.streamed() && table.raw.rows() <= MOST)
                    .flatMap(table -> key(column, table).stream().map(key -> spelled(store, table, key)))
                    .filter(words -> !words.isEmpty())
                    .findFirst()
                    .ifPresent(words -> {
                        orders.assign(column.index(), Role.STATUS, "join");
                        named.put(orders, words);
                    }));
        }
        return named;
    }

    /// A column of statuses, by its header, whose cells are no words of statuses.
    private Optional<ColumnProfile> number(Draft orders) {
        return orders.profiles.stream()
                .filter(column -> speaks(column.header(), OF_STATES))
                .filter(column -> column.distinct() <= 60 && !column.empty() && words.miss(column))
                .filter(column -> orders.role(column.index()) == Role.STATUS || !orders.has(Role.STATUS))
                .findFirst();
    }

    /// The column that has each number of the orders, beside one of words of statuses.
    private Optional<ColumnProfile> key(ColumnProfile number, Draft table) {
        Set<String> numbers =
                number.values().stream().map(ColumnProfile.Value::text).collect(Collectors.toSet());
        boolean told = table.profiles.stream().anyMatch(words::fill);
        return table.profiles.stream()
                .filter(key -> told && !words.fill(key))
                .filter(key -> speaks(key.header(), OF_STATES) || speaks(key.header(), OF_NUMBERS))
                .filter(key -> key.values().stream()
                        .map(ColumnProfile.Value::text)
                        .collect(Collectors.toSet())
                        .containsAll(numbers))
                .findFirst();
    }

    /// Where a number has words in several languages, the first that is known.
    private Map<String, String> spelled(Store store, Draft table, ColumnProfile key) {
        ColumnProfile word =
                table.profiles.stream().filter(words::fill).findFirst().orElseThrow();
        Map<String, String> spelled = new HashMap<>();
        store.stream(
                Sql.of("select c%d as key, c%d as word from %s order by rowid"
                        .formatted(key.index(), word.index(), Amounts.whole(table.raw))),
                row -> {
                    if (row.get("key") instanceof String number && row.get("word") instanceof String said) {
                        spelled.merge(
                                number.toLowerCase(Locale.ROOT),
                                said,
                                (first, next) -> words.of(Kind.ORDERS, first).isPresent() ? first : next);
                    }
                });
        table.kind = Kind.LOOKUP;
        table.profiles.forEach(column -> table.assign(column.index(), Role.IGNORED, "join"));
        table.assign(key.index(), Role.KEY, "join");
        return spelled;
    }

    /// Where each order has one payment, its state says whether the order was paid.
    static void lend(Draft paid, ColumnProfile order, List<Draft> orders, Keys keys) {
        paid.column(Role.PAYMENT_STATUS)
                .or(() -> paid.column(Role.STATUS))
                .filter(_ -> keys.unique(paid, order) && orders.stream().noneMatch(own -> own.has(Role.PAYMENT_STATUS)))
                .ifPresent(state -> {
                    paid.kind = Kind.LOOKUP;
                    paid.profiles.forEach(column -> paid.assign(column.index(), Role.IGNORED, "join"));
                    paid.assign(order.index(), Role.KEY, "join");
                    paid.assign(state.index(), Role.PAYMENT_STATUS, "join");
                    orders.forEach(each -> each.payments = List.of(state));
                });
    }

    /// @param named words of statuses that the file gives by a number
    void settle(Store store, Draft draft, Map<String, String> named, List<Doubt> doubts) {
        Kind group = draft.kind == Kind.ORDER_LINES ? Kind.ORDERS : draft.kind;
        if (!words.know(group) || group == Kind.LEADS) { // what became of a lead is shown as it is written
            return;
        }
        if (group == Kind.DEALS) {
            allWon(draft, doubts);
        }
        List<ColumnProfile> columns = Stream.concat(
                        draft.payments.stream(),
                        draft.profiles.stream().filter(profile -> COLUMNS.contains(draft.role(profile.index()))))
                .filter(profile -> profile.distinct() <= 200)
                .sorted(Comparator.comparing(profile -> !ofPayments(draft, profile))) // who know best what is paid
                .toList();
        Map<String, String> spelled = new HashMap<>(named);
        columns.stream()
                .filter(profile -> ofPayments(draft, profile))
                .forEach(profile -> spelled.putAll(answers(profile)));
        for (ColumnProfile profile : columns) {
            for (ColumnProfile.Value value : profile.values()) {
                String word = value.text().toLowerCase(Locale.ROOT);
                if (!draft.statuses.containsKey(word)) {
                    meaning(draft, group, profile, word, spelled.getOrDefault(word, value.text()), doubts);
                }
            }
        }
        if (group == Kind.DEALS && !draft.hasAny(Role.IS_WON, Role.IS_CLOSED)) {
            noneWon(draft, columns, doubts);
        }
        if (group == Kind.ORDERS) {
            orders(store, draft, columns, spelled, doubts);
        }
    }

    private void orders(
            Store store, Draft draft, List<ColumnProfile> columns, Map<String, String> spelled, List<Doubt> doubts) {
        if (invoices(draft) || !someonePaid(draft, columns)) {
            draft.statuses.replaceAll(
                    (_, meaning) -> meaning.equals(StatusWords.UNPAID) ? StatusWords.PENDING : meaning);
        }
        givenBack(store, draft);
        paidBack(store, draft, columns, doubts);
        pending(store, draft, spelled, doubts);
    }

    /// Whether it was paid, where yes and no say so.
    private static Map<String, String> answers(ColumnProfile paid) {
        return paid.shapes().flags() > 0.9
                ? paid.values().stream()
                        .collect(Collectors.toMap(
                                value -> value.text().toLowerCase(Locale.ROOT),
                                value -> Flags.isYes(value.text()) ? "paid" : StatusWords.UNPAID,
                                (first, _) -> first))
                : Map.of();
    }

    /// Deals of which nothing says what became of them count as won: the reader is told.
    private static void allWon(Draft draft, List<Doubt> doubts) {
        boolean said = draft.hasAny(Role.STAGE, Role.STATUS, Role.IS_WON, Role.IS_CLOSED);
        if (!said && !draft.settings.containsKey("deals")) {
            doubts.add(new Doubt("deals_all_won", draft.raw.file(), "", 1, List.of()));
        }
    }

    /// Deals of which some word tells, but none that they were won: perhaps it is not known.
    private static void noneWon(Draft draft, List<ColumnProfile> columns, List<Doubt> doubts) {
        if (draft.inferred() && !draft.statuses.containsValue("won")) {
            columns.stream().filter(column -> !column.empty()).findFirst().ifPresent(stage -> {
                String words = stage.values().stream()
                        .limit(MOST_SHOWN)
                        .map(ColumnProfile.Value::text)
                        .collect(Collectors.joining(", "));
                doubts.add(new Doubt("no_deal_won", draft.raw.file(), stage.header(), 1, List.of(words)));
            });
        }
    }

    /// @param word   as the file writes it, in small letters
    /// @param status the word it stands for
    private void meaning(
            Draft draft, Kind group, ColumnProfile profile, String word, String status, List<Doubt> doubts) {
        Optional<String> meaning =
                group == Kind.ORDERS && ofPayments(draft, profile) ? words.ofPayment(status) : words.of(group, status);
        meaning.ifPresentOrElse(
                said -> draft.statuses.put(word, said),
                () -> doubts.add(new Doubt("unknown_status", draft.raw.file(), profile.header(), 2, List.of(status))));
        boolean howMuch = draft.hasAny(Role.REFUNDED, Role.RETURNED_QUANTITY);
        if (group == Kind.ORDERS && !howMuch && words.partlyReturned(status)) {
            doubts.add(new Doubt("partly_returned", draft.raw.file(), profile.header(), 1, List.of(status)));
        }
    }

    private static boolean ofPayments(Draft draft, ColumnProfile profile) {
        return draft.payments.contains(profile)
                || draft.role(profile.index()) == Role.PAYMENT_STATUS
                || StatusWords.ofPayments(profile.header());
    }

    private static boolean invoices(Draft draft) {
        return draft.column(Role.ORDER_ID)
                        .filter(number -> speaks(number.header(), OF_INVOICES))
                        .isPresent()
                || draft.raw.headers().stream().anyMatch(header -> speaks(header, DUE))
                || draft.column(Role.ROW_KIND)
                        .filter(kinds -> kinds.values().stream().anyMatch(kind -> countsInvoices(draft, kind.text())))
                        .isPresent();
    }

    /// Whether a kind of rows are invoices, and sales by themselves.
    private static boolean countsInvoices(Draft draft, String kind) {
        return speaks(kind, OF_INVOICES) && !draft.statuses.containsKey(kind.toLowerCase(Locale.ROOT));
    }

    private static boolean speaks(String header, Set<String> of) {
        return !Collections.disjoint(HeaderWords.of(header), of);
    }

    /// Whether the file says of some order more than that it was placed, called off or not paid; a word nobody knows
    /// says more.
    private static boolean someonePaid(Draft draft, List<ColumnProfile> columns) {
        Set<String> paid = Set.of("paid", "shipped", "delivered", "");
        boolean onSomeDay =
                draft.column(Role.PAID_AT).filter(day -> !day.empty()).isPresent();
        return onSomeDay
                || columns.stream()
                        .flatMap(column -> column.values().stream())
                        .map(value -> draft.statuses.getOrDefault(value.text().toLowerCase(Locale.ROOT), ""))
                        .anyMatch(paid::contains);
    }

    /// What is *closed* was delivered, unless every such order had all its money given back.
    private static void givenBack(Store store, Draft draft) {
        Optional<ColumnProfile> status = draft.column(Role.STATUS);
        Optional<ColumnProfile> total = draft.column(Role.ORDER_TOTAL);
        Optional<ColumnProfile> back = draft.column(Role.REFUNDED);
        if (status.isEmpty() || total.isEmpty() || back.isEmpty() || draft.raw.streamed()) {
            return;
        }
        for (String word : CLOSED.stream().filter(draft.statuses::containsKey).toList()) {
            long kept = store.number(Sql.of("""
                    select case when count(*) = 0 then 1 else count(*) filter (where not coalesce(abs(%1$s) > 0 and abs(%1$s) >= %2$s, false)) end
                    from %3$s where lower(c%4$d) = %5$s
                    """.formatted(
                            Amounts.number(draft, back.get()),
                            Amounts.number(draft, total.get()),
                            Amounts.whole(draft.raw),
                            status.get().index(),
                            Sql.literal(word))));
            if (kept == 0) {
                draft.statuses.put(word, "refunded");
            }
        }
    }

    /// A day on which some sales were paid back, where nothing says how much of them: all that was paid.
    private void paidBack(Store store, Draft draft, List<ColumnProfile> columns, List<Doubt> doubts) {
        boolean howMuch = draft.hasAny(Role.IS_RETURN, Role.REFUNDED, Role.RETURNED_QUANTITY)
                || columns.stream().anyMatch(column -> column.share(words::partlyReturned) > 0);
        if (howMuch || !draft.inferred()) {
            return;
        }
        draft.unassigned().stream()
                .filter(day -> day.shapes().dates() > 0.9 && day.filled() * 2 < day.rows())
                .filter(day -> HeaderWords.of(day.header()).stream()
                        .anyMatch(word -> PAID_BACK.matcher(word).lookingAt()))
                .findFirst()
                .ifPresent(day -> {
                    draft.assign(day.index(), Role.IS_RETURN, "values");
                    draft.settings.put("returns", "of_their_sale");
                    long rows = count(store, draft, "c%d is not null".formatted(day.index()));
                    doubts.add(new Doubt("whole_orders_back", draft.raw.file(), day.header(), 2, List.of(rows)));
                });
    }

    /// Orders that are pending, nobody says of what: perhaps they were never paid.
    private void pending(Store store, Draft draft, Map<String, String> spelled, List<Doubt> doubts) {
        Optional<ColumnProfile> status = draft.column(Role.STATUS).or(() -> draft.column(Role.PAYMENT_STATUS));
        boolean told = draft.has(Role.PAID_AT) || (draft.has(Role.STATUS) && draft.has(Role.PAYMENT_STATUS));
        if (status.isEmpty() || told || invoices(draft) || draft.raw.streamed()) {
            return;
        }
        Map<String, String> said = new TreeMap<>();
        for (ColumnProfile.Value value : status.get().values()) {
            String word = value.text().toLowerCase(Locale.ROOT);
            String name = spelled.getOrDefault(word, value.text());
            boolean open = StatusWords.onlyPending(name)
                    || words.of(Kind.ORDERS, name).equals(Optional.of(StatusWords.UNPAID));
            if (StatusWords.PENDING.equals(draft.statuses.get(word)) && open) {
                said.put(value.text(), name);
            }
        }
        if (said.isEmpty()) {
            return;
        }
        long all = count(store, draft, "true");
        long pending = count(
                store,
                draft,
                "c%d in (%s)"
                        .formatted(
                                status.get().index(),
                                said.keySet().stream().map(Sql::literal).collect(Collectors.joining(", "))));
        if (pending > all * MANY) {
            doubts.add(new Doubt(
                    "pending_orders",
                    draft.raw.file(),
                    status.get().header(),
                    2,
                    List.of(pending, all, String.join(", ", new TreeSet<>(said.values())))));
        }
    }

    /// How many orders the rows that pass are of.
    private static long count(Store store, Draft draft, String which) {
        String orders = draft.column(Role.ORDER_ID)
                .filter(number -> draft.kind == Kind.ORDER_LINES)
                .map(number -> "count(distinct c%d)".formatted(number.index()))
                .orElse("count(*)");
        return store.number(Sql.of("select %s from %s where %s".formatted(orders, Amounts.whole(draft.raw), which)));
    }
}
