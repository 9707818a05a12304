package io.filon.intake.infer;

import io.filon.intake.infer.words.RowSums;
import io.filon.intake.infer.words.RowWords;
import io.filon.intake.lexicon.Lexicon;
import io.filon.intake.plan.Doubt;
import io.filon.intake.plan.Kind;
import io.filon.intake.plan.Role;
import io.filon.intake.profile.ColumnProfile;
import io.filon.intake.profile.Flags;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Settles which rows are sales. A column of kinds tells refunds, payments of sales listed beside them, and heads whose
/// lines are listed too; a flag of return says that the row takes back an earlier one, or that the sale on this very
/// row came back, so that nothing of it remains.
final class RowKinds {

    /// What else a column of kinds may have been taken for.
    private static final Set<Role> FREE = Set.of(Role.IGNORED, Role.LINE_NO, Role.CATEGORY, Role.REASON);

    private static final Set<String> OTHERS =
            Set.of("product", "category", "brand", "customer", "payment method", "shipping method", "currency");

    /// What a list of returns would say if parts of orders came back.
    private static final Set<Role> PARTS =
            Set.of(Role.REFUNDED, Role.RETURNED_QUANTITY, Role.AMOUNT, Role.QUANTITY, Role.PRODUCT_ID, Role.PRODUCT);

    private static final String YES =
            Flags.format(List.of()).yes().stream().map(Sql::literal).collect(Collectors.joining(", "));

    private final Store store;
    private final Lexicon lexicon;
    private final List<Doubt> doubts;

    /// @param doubts to add to
    RowKinds(Store store, Lexicon lexicon, List<Doubt> doubts) {
        this.store = store;
        this.lexicon = lexicon;
        this.doubts = doubts;
    }

    void settle(Draft draft) {
        if (sells(draft) && draft.recipe.equals("inferred")) {
            flags(draft);
            column(draft).ifPresent(kinds -> kinds(draft, kinds));
        }
    }

    /// Whether some column tells sales from rows that are none.
    static boolean told(List<ColumnProfile> profiles) {
        return profiles.stream().anyMatch(RowWords::tells);
    }

    private Optional<ColumnProfile> column(Draft draft) {
        return draft.column(Role.ROW_KIND)
                .or(() -> draft.profiles.stream()
                        .filter(profile ->
                                FREE.contains(draft.role(profile.index())) && !draft.corrected(profile.index()))
                        .filter(profile -> Collections.disjoint(lexicon.concepts(profile.header()), OTHERS))
                        .filter(profile -> RowWords.tells(profile)
                                || (RowWords.asked(profile)
                                        && head(draft, profile).isPresent()))
                        .findFirst());
    }

    private void kinds(Draft draft, ColumnProfile kinds) {
        Map<String, String> told = RowWords.of(kinds);
        Optional<String> head = head(draft, kinds);
        draft.assign(kinds.index(), Role.ROW_KIND, "values");
        told.forEach((value, meaning) -> draft.statuses.putIfAbsent(value.toLowerCase(Locale.ROOT), meaning));
        head.ifPresent(value -> {
            draft.statuses.put(value.toLowerCase(Locale.ROOT), "head");
            doubts.add(new Doubt("rows_of_heads", draft.raw.file(), kinds.header(), 3, List.of(value)));
        });
        List<String> back = valued(told, "return");
        say(draft, kinds, "rows_given_back", back);
        say(draft, kinds, "rows_aside", valued(told, "aside"));
        boolean beside = draft.kind == Kind.ORDERS
                && draft.column(Role.ORDER_ID)
                        .filter(order -> sums(draft).shares(kinds.index(), back, order.index()))
                        .isPresent();
        if (beside) {
            draft.settings.put("returns", "beside_their_sale");
        }
    }

    private void say(Draft draft, ColumnProfile kinds, String code, List<String> values) {
        if (!values.isEmpty()) {
            long rows = sums(draft).rows(kinds.index(), values);
            doubts.add(new Doubt(code, draft.raw.file(), kinds.header(), 2, List.of(String.join(", ", values), rows)));
        }
    }

    private static List<String> valued(Map<String, String> told, String meaning) {
        return told.entrySet().stream()
                .filter(entry -> entry.getValue().equals(meaning))
                .map(Map.Entry::getKey)
                .toList();
    }

    /// The value whose rows add up those of another within each order, if any.
    private Optional<String> head(Draft draft, ColumnProfile kinds) {
        Optional<ColumnProfile> order = draft.column(Role.ORDER_ID);
        Optional<ColumnProfile> amount = draft.column(Role.AMOUNT).or(() -> draft.column(Role.ORDER_TOTAL));
        if (draft.kind != Kind.ORDER_LINES || order.isEmpty() || amount.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> told = RowWords.of(kinds);
        List<String> sales = kinds.values().stream()
                .map(ColumnProfile.Value::text)
                .filter(value -> !told.containsKey(value))
                .toList();
        return sums(draft).heads(kinds.index(), sales, order.get().index(), Amounts.number(draft, amount.get()));
    }

    private RowSums sums(Draft draft) {
        return new RowSums(store, Amounts.whole(draft.raw));
    }

    /// Of their own sale, unless most flagged rows have an unflagged one of the same order, or customer, and product.
    private void flags(Draft draft) {
        Optional<ColumnProfile> flag = draft.column(Role.IS_RETURN);
        if (flag.isPresent() && !takesBack(draft, flag.get())) {
            draft.settings.put("returns", "of_their_sale");
        }
    }

    /// A list of orders that came back, with no word of how much: whole orders did. It says so of the sales, as a flag
    /// on their own rows would.
    List<Joins.Found> lists(List<Draft> drafts, Keys keys) {
        List<Joins.Found> links = new ArrayList<>();
        for (int at = 0; at < drafts.size(); at++) {
            Draft list = drafts.get(at);
            Optional<ColumnProfile> flag = returned(list);
            Optional<ColumnProfile> order = list.profiles.stream()
                    .filter(profile -> lexicon.concepts(profile.header()).containsAll(Set.of("order", "id")))
                    .findFirst();
            for (int from = 0; flag.isPresent() && order.isPresent() && from < drafts.size(); from++) {
                Draft sales = drafts.get(from);
                Optional<ColumnProfile> sold = sales.column(Role.ORDER_ID).filter(_ -> sells(sales));
                if (sold.isPresent()
                        && !sales.has(Role.IS_RETURN)
                        && keys.overlap(list, order.get(), sales, sold.get()).enough()) {
                    Keys.Overlap overlap = keys.overlap(sales, sold.get(), list, order.get());
                    links.add(new Joins.Found(
                            from,
                            sold.get().index(),
                            at,
                            order.get().index(),
                            List.of(flag.get().index()),
                            new Keys.Overlap(overlap.values(), overlap.found(), overlap.matched(), 0),
                            List.of()));
                    sales.settings.put("returns", "of_their_sale");
                    list.kind = Kind.LOOKUP;
                    list.assign(order.get().index(), Role.KEY, "join");
                    list.assign(flag.get().index(), Role.IS_RETURN, "join");
                    doubts.add(new Doubt(
                            "whole_orders_back", list.raw.file(), flag.get().header(), 2, List.of(overlap.found())));
                }
            }
        }
        return links;
    }

    /// The yes that a list says of orders that came back; nothing where it says what came back of them.
    private Optional<ColumnProfile> returned(Draft list) {
        boolean open =
                (list.kind == Kind.UNUSED || list.kind == Kind.RETURNS) && list.recipe.equals("inferred") && !list.said;
        boolean part = list.profiles.stream()
                .anyMatch(profile -> PARTS.stream()
                        .anyMatch(
                                role -> lexicon.roles(profile.header()).getOrDefault(role, 0.0) * Fit.of(role, profile)
                                        >= 0.5));
        return open && !part
                ? list.profiles.stream()
                        .filter(profile -> lexicon.concepts(profile.header()).equals(List.of("return")))
                        .filter(profile -> profile.shapes().flags() > 0.9)
                        .findFirst()
                : Optional.empty();
    }

    private static boolean sells(Draft draft) {
        return draft.kind == Kind.ORDERS || draft.kind == Kind.ORDER_LINES;
    }

    private boolean takesBack(Draft draft, ColumnProfile flag) {
        Stream<Role> whose =
                draft.has(Role.ORDER_ID) ? Stream.of(Role.ORDER_ID) : Stream.of(Role.CUSTOMER_ID, Role.EMAIL);
        String same = Stream.concat(whose, Stream.of(Role.PRODUCT_ID, Role.PRODUCT, Role.AMOUNT, Role.ORDER_TOTAL))
                .flatMap(role -> draft.column(role).stream())
                .map(column -> "coalesce(ltrim(c%d, '-'), '')".formatted(column.index()))
                .collect(Collectors.joining(", "));
        if (same.isEmpty()) {
            return true;
        }
        return store.number(Sql.of("""
                        with marked as (
                            select lower(c%1$d) in (%2$s) as back, hash(%3$s) as sale from %4$s
                        ),
                        sales as (
                            select count(*) filter (back) as returned, count(*) filter (not back or back is null) as sold
                            from marked
                            group by sale
                        )
                        select
                            case
                                when coalesce(sum(least(returned, sold)) filter (returned > 0), 0) * 2
                                    > coalesce(sum(returned), 0) then 1
                                else 0
                            end
                        from sales
                        """.formatted(flag.index(), YES, same, Amounts.whole(draft.raw)))) == 1;
    }
}
