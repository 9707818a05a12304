package io.filon.intake.infer;

import io.filon.intake.infer.amount.MoneyFile;
import io.filon.intake.infer.words.RowSums;
import io.filon.intake.plan.ColumnPlan;
import io.filon.intake.plan.Doubt;
import io.filon.intake.plan.FilePlan;
import io.filon.intake.plan.Kind;
import io.filon.intake.plan.Link;
import io.filon.intake.plan.Role;
import io.filon.intake.profile.ColumnProfile;
import io.filon.intake.recipe.HeaderWords;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What the user should check once all files are understood.
final class Doubts {

    /// More spellings of keys than this are told together.
    private static final int TOLD = 3;

    private static final Set<String> FIELD =
            Set.of("field", "column", "campo", "columna", "variable", "attribute", "atributo", "feature");
    private static final Set<String> MEANING =
            Set.of("description", "descripcion", "definition", "definicion", "meaning", "significado", "explanation");

    private static final Set<String> OF_RETURNS =
            Set.of("return", "returned", "refund", "refunded", "devolucion", "devuelto", "devuelta", "reembolso");

    private final Store store;
    private final List<Doubt> doubts = new ArrayList<>();

    private Doubts(Store store) {
        this.store = store;
    }

    static List<Doubt> of(Store store, List<Draft> drafts, List<FilePlan> files, List<Link> links) {
        Doubts doubts = new Doubts(store);
        drafts.forEach(doubts::about);
        if (drafts.stream().noneMatch(draft -> draft.kind == Kind.ORDER_LINES)) {
            drafts.forEach(doubts::shipping);
        }
        links.forEach(link -> doubts.about(files, link));
        files.forEach(doubts::placeholders);
        if (drafts.stream().noneMatch(Draft::sells)) {
            drafts.forEach(doubts::purchases);
            drafts.forEach(doubts::closings);
        }
        return List.copyOf(doubts.doubts);
    }

    /// Where no file lists orders, purchases among events stand in for them, given product and price.
    private void purchases(Draft draft) {
        boolean told = draft.kind == Kind.EVENTS
                && draft.has(Role.PRODUCT_ID)
                && draft.hasAny(Role.AMOUNT, Role.UNIT_PRICE)
                && !draft.has(Role.ORDER_ID)
                && draft.column(Role.EVENT_NAME)
                        .filter(name -> name.share(text -> text.matches("(?i)purchase|compra|buy|transaction")) > 0)
                        .isPresent();
        if (told) {
            doubts.add(new Doubt("orders_of_events", draft.raw.file(), "", 2, List.of()));
        }
    }

    /// Where no file lists orders, deals that were won stand in for them, each on the day that is known of it.
    private void closings(Draft draft) {
        if (draft.kind == Kind.DEALS && !draft.has(Role.CLOSED_AT)) {
            draft.column(Role.OPENED_AT)
                    .or(() -> draft.column(Role.CREATED_AT))
                    .ifPresent(day -> doubts.add(
                            new Doubt("deals_without_closing", draft.raw.file(), day.header(), 2, List.of())));
        }
    }

    private void about(Draft draft) {
        String file = draft.raw.file();
        if (draft.kind == Kind.UNUSED && !draft.toldElsewhere) {
            String reason = reason(draft);
            doubts.add(new Doubt("unused_" + reason, file, "", reason.equals("returns") ? 1 : 3, List.of()));
        }
        if (draft.kind == Kind.LEADS && !draft.has(Role.CREATED_AT)) {
            doubts.add(new Doubt("undated", file, "", 2, List.of()));
        }
        if (draft.kind == Kind.DEALS && !draft.hasAny(Role.DEAL_AMOUNT, Role.AMOUNT)) {
            draft.column(Role.DEAL_ESTIMATE)
                    .ifPresent(
                            estimate -> doubts.add(new Doubt("deal_estimates", file, estimate.header(), 2, List.of())));
        }
        if (draft.sells()) {
            sales(draft);
        }
    }

    private void sales(Draft draft) {
        duplicates(draft);
        if (!draft.has(Role.ROW_KIND) && !draft.statuses.containsValue("return")) { // these say what is negative
            negatives(draft);
        }
        allDiscounted(draft);
        if (draft.sum(Role.ORDER_TAX).or(() -> draft.sum(Role.TAX)).isPresent()
                && draft.hasAny(Role.ORDER_TOTAL, Role.AMOUNT)
                && !draft.settings.containsKey("prices")) {
            doubts.add(new Doubt("tax_inside", draft.raw.file(), "", 2, List.of()));
        }
    }

    /// Whole rows that repeat: perhaps the same purchase twice, perhaps two equal ones.
    private void duplicates(Draft draft) {
        if (draft.raw.streamed() || draft.settings.containsKey("order_id")) { // lines of unlike orders may look alike
            return;
        }
        String columns = IntStream.range(0, draft.profiles.size())
                .mapToObj(column -> "c" + column)
                .collect(Collectors.joining(", "));
        long extra = store.number(Sql.of("""
                select count(*) - count(distinct hash(%s)) from %s
                """.formatted(columns, Amounts.source(draft.raw))));
        if (extra > 0) {
            doubts.add(new Doubt("duplicate_rows", draft.raw.file(), "", 2, List.of(extra)));
        }
    }

    private void negatives(Draft draft) {
        for (Role role : List.of(Role.AMOUNT, Role.ORDER_TOTAL, Role.QUANTITY)) {
            ColumnProfile column = draft.column(role).orElse(null);
            if (column == null) {
                continue;
            }
            double share = column.share(text -> text.matches("[(−-].*|.*-$|[$€£] ?-.*"));
            if (share > 0) {
                long rows = Math.max(1, Math.round(share * column.filled()));
                doubts.add(new Doubt("negative_amounts", draft.raw.file(), column.header(), 2, List.of(rows)));
                if (role != Role.QUANTITY
                        && new RowSums(store, Amounts.source(draft.raw)).mirrored(Amounts.number(draft, column))) {
                    doubts.add(new Doubt("negatives_mirror", draft.raw.file(), column.header(), 1, List.of()));
                }
                return;
            }
        }
    }

    /// Nothing was charged for anything: the amount is hardly the right column.
    private void allDiscounted(Draft draft) {
        draft.column(Role.AMOUNT)
                .filter(amount -> MoneyFile.allZero(amount)
                        && draft.sum(Role.LIST_AMOUNT)
                                .or(() -> draft.sum(Role.UNIT_LIST_PRICE))
                                .isPresent())
                .ifPresent(amount ->
                        doubts.add(new Doubt("all_discounted", draft.raw.file(), amount.header(), 1, List.of())));
    }

    /// Whether a total holds what was charged for shipping, which is taken off it, only the goods beside it prove.
    private void shipping(Draft draft) {
        if (draft.kind == Kind.ORDERS
                && draft.inferred()
                && draft.has(Role.ORDER_TOTAL)
                && !draft.has(Role.ORDER_SUBTOTAL)) {
            draft.sum(Role.SHIPPING_CHARGED)
                    .filter(shipping -> !draft.corrected(shipping.index()))
                    .ifPresent(shipping -> doubts.add(
                            new Doubt("shipping_inside", draft.raw.file(), shipping.header(), 2, List.of())));
        }
    }

    private void about(List<FilePlan> files, Link link) {
        FilePlan from = files.get(link.from());
        FilePlan to = files.get(link.to());
        String column = from.columns().get(link.column()).header();
        if (from.column(Role.QUANTITY).isEmpty()
                && link.borrowed().stream().anyMatch(borrowed -> borrowed.role() == Role.UNIT_PRICE)) {
            doubts.add(new Doubt(
                    "one_unit_a_row",
                    from.raw().file(),
                    column,
                    2,
                    List.of(to.raw().file())));
        }
        long aliased = aliases(from, to, column, link);
        long orphans = link.orphans() - aliased - notStated(from, link.column());
        if (orphans > 0) {
            doubts.add(new Doubt(
                    "orphans",
                    from.raw().file(),
                    column,
                    2,
                    List.of(orphans, to.raw().file())));
        }
    }

    /// Tells of keys that are found only when case, blanks and signs are left out.
    ///
    /// @return their rows
    private long aliases(FilePlan from, FilePlan to, String column, Link link) {
        List<Link.Alias> aliases = link.aliases().stream()
                .filter(alias -> !alias.written().contains("@")
                        || !alias.written()
                                .strip()
                                .equalsIgnoreCase(alias.meant().strip()))
                .toList();
        long aliased = aliases.stream().mapToLong(Link.Alias::rows).sum();
        if (aliases.size() > TOLD) {
            doubts.add(new Doubt(
                    "key_aliases",
                    from.raw().file(),
                    column,
                    2,
                    List.of(
                            aliases.size(),
                            to.raw().file(),
                            aliases.getFirst().written(),
                            aliases.getFirst().meant(),
                            aliased)));
        } else {
            aliases.forEach(alias -> doubts.add(new Doubt(
                    "key_alias",
                    from.raw().file(),
                    column,
                    2,
                    List.of(alias.written(), alias.meant(), to.raw().file(), alias.rows()))));
        }
        return aliased;
    }

    /// Rows whose key only says that there is none.
    private long notStated(FilePlan file, int column) {
        List<String> words = file.columns().get(column).placeholder();
        return words.isEmpty()
                ? 0
                : store.number(Sql.of("select count(*) from %s where c%d in (%s)"
                        .formatted(
                                Amounts.whole(file.raw()),
                                column,
                                words.stream().map(Sql::literal).collect(Collectors.joining(", ")))));
    }

    private void placeholders(FilePlan file) {
        for (ColumnPlan column : file.columns()) {
            if (!column.placeholder().isEmpty() && column.role() != Role.IGNORED) {
                doubts.add(new Doubt(
                        "placeholder",
                        file.raw().file(),
                        column.header(),
                        3,
                        List.of(String.join(", ", column.placeholder()))));
            }
        }
    }

    /// @return `staff`, `dictionary`, `returns` or `no_role`, for the sentence `doubt.unused_` + reason
    private static String reason(Draft draft) {
        if (draft.ofStaff) {
            return "staff";
        }
        List<String> words = draft.raw.headers().stream()
                .flatMap(header -> HeaderWords.of(header).stream())
                .toList();
        boolean dictionary = draft.raw.headers().size() <= 6
                && words.stream().anyMatch(FIELD::contains)
                && words.stream().anyMatch(MEANING::contains);
        boolean returns = words.stream().anyMatch(OF_RETURNS::contains)
                && draft.profiles.stream().anyMatch(OrderDays::onlyDays);
        return dictionary ? "dictionary" : returns ? "returns" : "no_role";
    }
}
