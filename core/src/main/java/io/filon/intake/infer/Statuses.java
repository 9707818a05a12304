package io.filon.intake.infer;

import io.filon.intake.infer.words.StatusWords;
import io.filon.intake.plan.Doubt;
import io.filon.intake.plan.Kind;
import io.filon.intake.plan.Role;
import io.filon.intake.profile.ColumnProfile;
import io.filon.intake.recipe.HeaderWords;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Says what the status words seen in a file mean; a recipe's own words stand.
///
/// An order of a shop whose payment is missing is unpaid. What is still to be paid of an invoice was sold: there it is
/// pending, and so it is where a file knows nothing else of any order.
final class Statuses {

    private static final Set<Role> COLUMNS =
            Set.of(Role.STATUS, Role.PAYMENT_STATUS, Role.FULFILLMENT_STATUS, Role.STAGE, Role.TOUCH_KIND);

    private static final Set<String> OF_INVOICES = Set.of(
            "factura", "facturas", "fra", "fact", "facturacion", "invoice", "invoices", "invoiced", "albaran", "alb", "recibo");

    /// When what was sold on credit has to be paid.
    private static final Set<String> DUE = Set.of("due", "vencimiento", "vence", "vto", "venc");

    /// Less than this share of all orders changes nothing much.
    private static final double MANY = 0.02;

    private final StatusWords words;

    Statuses(StatusWords words) {
        this.words = words;
    }

    void settle(Store store, Draft draft, List<Doubt> doubts) {
        Kind group = draft.kind == Kind.ORDER_LINES ? Kind.ORDERS : draft.kind;
        if (!words.know(group)) {
            return;
        }
        List<ColumnProfile> columns = draft.profiles.stream()
                .filter(profile -> COLUMNS.contains(draft.role(profile.index())) && profile.distinct() <= 200)
                .sorted(Comparator.comparing(profile -> !ofPayments(draft, profile))) // who know best what is paid
                .toList();
        for (ColumnProfile profile : columns) {
            profile.values().forEach(value -> meaning(draft, group, profile, value.text(), doubts));
        }
        if (group == Kind.ORDERS) {
            if (invoices(draft) || !someonePaid(draft, columns)) {
                draft.statuses.replaceAll(
                        (word, meaning) -> meaning.equals(StatusWords.UNPAID) ? StatusWords.PENDING : meaning);
            }
            pending(store, draft, doubts);
        }
    }

    private void meaning(Draft draft, Kind group, ColumnProfile profile, String status, List<Doubt> doubts) {
        String word = status.toLowerCase(Locale.ROOT);
        if (draft.statuses.containsKey(word)) {
            return;
        }
        Optional<String> meaning =
                group == Kind.ORDERS && ofPayments(draft, profile) ? words.ofPayment(status) : words.of(group, status);
        meaning.ifPresentOrElse(
                said -> draft.statuses.put(word, said),
                () -> doubts.add(
                        new Doubt("unknown_status", draft.raw.file(), profile.header(), 2, List.of(status))));
        boolean howMuch = draft.hasAny(Role.REFUNDED, Role.RETURNED_QUANTITY);
        if (group == Kind.ORDERS && !howMuch && words.partlyReturned(status)) {
            doubts.add(new Doubt("partly_returned", draft.raw.file(), profile.header(), 1, List.of(status)));
        }
    }

    private static boolean ofPayments(Draft draft, ColumnProfile profile) {
        return draft.role(profile.index()) == Role.PAYMENT_STATUS
                || StatusWords.ofPayments(profile.header());
    }

    private static boolean invoices(Draft draft) {
        return draft.column(Role.ORDER_ID)
                        .filter(number -> speaks(number.header(), OF_INVOICES))
                        .isPresent()
                || draft.raw.headers().stream().anyMatch(header -> speaks(header, DUE));
    }

    private static boolean speaks(String header, Set<String> of) {
        return !Collections.disjoint(HeaderWords.of(header), of);
    }

    /// Whether the file says of some order more than that it was placed, called off or not paid.
    private static boolean someonePaid(Draft draft, List<ColumnProfile> columns) {
        Set<String> paid = Set.of("paid", "shipped", "delivered");
        return columns.stream()
                .flatMap(column -> column.values().stream())
                .map(value -> draft.statuses.get(value.text().toLowerCase(Locale.ROOT)))
                .anyMatch(meaning -> meaning != null && paid.contains(meaning));
    }

    /// Orders that are pending, nobody says of what: perhaps they were never paid.
    private void pending(Store store, Draft draft, List<Doubt> doubts) {
        Optional<ColumnProfile> status = draft.column(Role.STATUS).or(() -> draft.column(Role.PAYMENT_STATUS));
        boolean told = draft.has(Role.PAID_AT) || (draft.has(Role.STATUS) && draft.has(Role.PAYMENT_STATUS));
        if (status.isEmpty() || told || invoices(draft) || draft.raw.streamed()) {
            return;
        }
        Set<String> said = status.get().values().stream()
                .map(ColumnProfile.Value::text)
                .filter(text -> StatusWords.PENDING.equals(draft.statuses.get(text.toLowerCase(Locale.ROOT))))
                .filter(text -> StatusWords.onlyPending(text)
                        || words.of(Kind.ORDERS, text).equals(Optional.of(StatusWords.UNPAID)))
                .collect(Collectors.toCollection(TreeSet::new));
        if (said.isEmpty()) {
            return;
        }
        long all = orders(store, draft, "true");
        long pending = orders(
                store,
                draft,
                "c%d in (%s)".formatted(status.get().index(), said.stream().map(Sql::literal).collect(Collectors.joining(", "))));
        if (pending > all * MANY) {
            doubts.add(new Doubt(
                    "pending_orders",
                    draft.raw.file(),
                    status.get().header(),
                    2,
                    List.of(pending, all, String.join(", ", said))));
        }
    }

    private static long orders(Store store, Draft draft, String which) {
        String orders = draft.column(Role.ORDER_ID)
                .filter(number -> draft.kind == Kind.ORDER_LINES)
                .map(number -> "count(distinct c%d)".formatted(number.index()))
                .orElse("count(*)");
        return store.number(
                Sql.of("select %s from %s where %s".formatted(orders, Amounts.whole(draft.raw), which)));
    }
}
