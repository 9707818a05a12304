package io.filon.intake.infer;

import io.filon.intake.infer.words.DocumentCodes;
import io.filon.intake.infer.words.Fit;
import io.filon.intake.infer.words.PartWords;
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
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Settles which rows are sales. A column that says what kind each row is tells refunds, payments of sales that are
/// listed too, and totals of orders whose lines are listed too. A flag of return says either that the row takes back
/// an earlier one, or that the sale on this very row came back and nothing of it remains.
final class RowKinds {

    /// What a column of kinds may have been taken for by its header.
    private static final Set<Role> FREE = Set.of(Role.IGNORED, Role.LINE_NO, Role.CATEGORY, Role.REASON);

    /// What a column of the parts of an order may have been taken for by its header.
    private static final Set<Role> PARTS = Set.of(
            Role.IGNORED, Role.LINE_NO, Role.CATEGORY, Role.REASON, Role.PRODUCT, Role.PRODUCT_ID, Role.ROW_KIND);

    private static final Set<String> OTHERS =
            Set.of("product", "category", "brand", "customer", "payment method", "shipping method", "currency");

    /// What a list of returns would say if parts of orders came back.
    private static final Set<Role> OF_PARTS =
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

    /// @param all files, of which another may list the goods that this one only sums up
    void settle(Draft draft, List<Draft> all, Keys keys) {
        if (draft.sells() && draft.inferred() && !parts(draft, all, keys)) {
            flags(draft);
            column(draft).ifPresentOrElse(kinds -> kinds(draft, kinds, RowWords.of(kinds)), () -> codes(draft));
            Stream.of(Role.STATUS, Role.PAYMENT_STATUS)
                    .flatMap(role -> draft.column(role).stream())
                    .forEach(status -> negative(draft, status));
        }
    }

    /// On rows that are negative, a status of refund means that the row itself gives money back; on others, that
    /// nothing of the sale remains.
    private void negative(Draft draft, ColumnProfile status) {
        List<String> back = Stream.of(Role.AMOUNT, Role.ORDER_TOTAL, Role.ORDER_SUBTOTAL, Role.QUANTITY)
                .flatMap(role -> draft.column(role).stream())
                .map(money ->
                        sums(draft).negative(status.index(), RowWords.givingBack(status), Amounts.number(draft, money)))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
        back.forEach(value -> draft.statuses.putIfAbsent(value.toLowerCase(Locale.ROOT), "return"));
        say(draft, status, "rows_given_back", back);
        besideTheirSale(draft, status, back);
    }

    /// Whether some column tells sales from rows that are none.
    static boolean told(List<ColumnProfile> profiles) {
        return profiles.stream().anyMatch(RowWords::tells);
    }

    private Optional<ColumnProfile> column(Draft draft) {
        return draft.column(Role.ROW_KIND)
                .filter(kinds -> !RowWords.of(kinds).isEmpty())
                .or(() -> draft.profiles.stream()
                        .filter(profile -> free(draft, profile))
                        .filter(profile -> RowWords.tells(profile)
                                || (RowWords.asked(profile)
                                        && head(draft, profile).isPresent()))
                        .findFirst());
    }

    /// Whether each row is a part of an order's money.
    private boolean parts(Draft draft, List<Draft> all, Keys keys) {
        Optional<ColumnProfile> order = draft.column(Role.ORDER_ID).filter(number -> !number.unique());
        Optional<ColumnProfile> parts = draft.profiles.stream()
                .filter(profile -> PARTS.contains(draft.role(profile.index())) && !draft.corrected(profile.index()))
                .filter(profile -> !PartWords.of(profile).isEmpty())
                // the finer of two: one may only say *price*, the other goods, tax or shipping
                .max(Comparator.comparingLong(ColumnProfile::distinct));
        if (draft.kind != Kind.ORDER_LINES || order.isEmpty() || parts.isEmpty() || !draft.has(Role.AMOUNT)) {
            return false;
        }
        boolean listed = all.stream()
                .filter(other -> other != draft && other.kind == Kind.ORDER_LINES)
                .anyMatch(other -> other.column(Role.ORDER_ID)
                        .filter(same ->
                                keys.overlap(other, same, draft, order.get()).enough())
                        .isPresent());
        PartWords.of(parts.get())
                .forEach((value, part) -> draft.statuses.put(
                        value.toLowerCase(Locale.ROOT), listed && part.equals("goods") ? "sum" : part));
        draft.assign(parts.get().index(), Role.ROW_KIND, "values");
        draft.settings.put("prices", "without_tax");
        doubts.add(new Doubt(
                listed ? "parts_of_orders_beside" : "parts_of_orders",
                draft.raw.file(),
                parts.get().header(),
                2,
                List.of(String.join(", ", valued(PartWords.of(parts.get()), "goods")))));
        return true;
    }

    /// Takes the codes of documents at their word where something else in the file proves it; else the reader is
    /// told.
    private void codes(Draft draft) {
        for (ColumnProfile codes : draft.profiles) {
            boolean said = draft.corrected(codes.index()) && draft.role(codes.index()) == Role.ROW_KIND;
            Map<String, String> meanings = DocumentCodes.of(codes);
            if ((said || free(draft, codes)) && !meanings.isEmpty()) {
                codes(draft, codes, meanings, said);
                return;
            }
        }
    }

    private void codes(Draft draft, ColumnProfile codes, Map<String, String> meanings, boolean said) {
        DocumentCodes documents = new DocumentCodes(store, Amounts.whole(draft.raw), codes);
        String amount = Stream.of(Role.ORDER_TOTAL, Role.AMOUNT, Role.ORDER_SUBTOTAL, Role.QUANTITY)
                .flatMap(role -> draft.column(role).stream())
                .map(column -> Amounts.number(draft, column))
                .findFirst()
                .orElse("0");
        List<String> back = valued(meanings, "return");
        Map<String, String> told = new LinkedHashMap<>(meanings);
        if (!said && !documents.proven(back, draft.column(Role.ORDER_ID), amount, draft.profiles)) {
            List<String> empty = documents.empty(valued(meanings, "aside"), amount);
            told.keySet().retainAll(empty);
            if (RowWords.asked(codes) && !back.isEmpty()) {
                doubts.add(new Doubt(
                        "codes_open",
                        draft.raw.file(),
                        codes.header(),
                        1,
                        List.of(String.join(", ", back), rows(draft, codes, back))));
            }
        }
        if (!told.isEmpty()) {
            kinds(draft, codes, told);
        }
    }

    private boolean free(Draft draft, ColumnProfile profile) {
        List<String> concepts = lexicon.concepts(profile.header());
        return FREE.contains(draft.role(profile.index()))
                && !draft.corrected(profile.index())
                && (Collections.disjoint(concepts, OTHERS)
                        // the category of a movement, not of goods
                        || (concepts.contains("category") && RowWords.givesBackSales(profile)));
    }

    private void kinds(Draft draft, ColumnProfile kinds, Map<String, String> told) {
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
        besideTheirSale(draft, kinds, back);
    }

    private void besideTheirSale(Draft draft, ColumnProfile kinds, List<String> back) {
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
            long rows = rows(draft, kinds, values);
            doubts.add(new Doubt(code, draft.raw.file(), kinds.header(), 2, List.of(String.join(", ", values), rows)));
        }
    }

    private long rows(Draft draft, ColumnProfile kinds, List<String> values) {
        return sums(draft).rows(kinds.index(), values);
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

    /// A flag is about its own sale, unless most flagged rows stand beside an unflagged one of the same order (or
    /// customer) and product, which they take back.
    private void flags(Draft draft) {
        draft.column(Role.IS_RETURN).ifPresent(flag -> {
            List<String> yes = flag.values().stream()
                    .map(ColumnProfile.Value::text)
                    .filter(Flags::isYes)
                    .toList();
            if (takesBack(draft, flag)) {
                say(draft, flag, "rows_given_back", yes);
                return;
            }
            draft.settings.put("returns", "of_their_sale");
            if (!yes.isEmpty() && !draft.hasAny(Role.REFUNDED, Role.RETURNED_QUANTITY)) {
                doubts.add(new Doubt(
                        "whole_orders_back", draft.raw.file(), flag.header(), 2, List.of(rows(draft, flag, yes))));
            }
        });
    }

    /// A list of orders that came back, with no word of how much of them: whole orders did. It says so of the sales,
    /// as a flag on their own rows would.
    List<Joins.Found> lists(List<Draft> drafts, Keys keys) {
        List<Joins.Found> links = new ArrayList<>();
        for (int at = 0; at < drafts.size(); at++) {
            Draft list = drafts.get(at);
            Optional<ColumnProfile> flag = returned(list);
            Optional<ColumnProfile> order = list.profiles.stream()
                    .filter(profile -> lexicon.concepts(profile.header()).containsAll(Set.of("order", "id")))
                    .findFirst();
            if (flag.isPresent() && order.isPresent()) {
                for (int from = 0; from < drafts.size(); from++) {
                    link(drafts, from, at, order.get(), flag.get(), keys).ifPresent(links::add);
                }
            }
        }
        return links;
    }

    private Optional<Joins.Found> link(
            List<Draft> drafts, int from, int to, ColumnProfile order, ColumnProfile flag, Keys keys) {
        Draft sales = drafts.get(from);
        Draft list = drafts.get(to);
        Optional<ColumnProfile> sold = sales.column(Role.ORDER_ID)
                .filter(_ -> sales.sells() && !sales.has(Role.IS_RETURN))
                .filter(number -> keys.overlap(list, order, sales, number).enough());
        return sold.map(number -> {
            Keys.Overlap overlap = keys.overlap(sales, number, list, order);
            sales.settings.put("returns", "of_their_sale");
            list.kind = Kind.LOOKUP;
            list.assign(order.index(), Role.KEY, "join");
            list.assign(flag.index(), Role.IS_RETURN, "join");
            doubts.add(new Doubt("whole_orders_back", list.raw.file(), flag.header(), 2, List.of(overlap.found())));
            // a sale that is not on the list did not come back: no orphan
            Keys.Overlap noOrphans = new Keys.Overlap(overlap.values(), overlap.found(), overlap.matched(), 0);
            return new Joins.Found(
                    from, number.index(), to, order.index(), List.of(flag.index()), noOrphans, List.of());
        });
    }

    /// The column of a list that marks orders as returned; none where the list says what came back of them.
    private Optional<ColumnProfile> returned(Draft list) {
        boolean open = list.guessed(Kind.UNUSED) || list.guessed(Kind.RETURNS);
        boolean part = list.profiles.stream()
                .anyMatch(profile -> OF_PARTS.stream().anyMatch(role -> Fit.of(role, profile, lexicon) >= 0.5));
        return open && !part
                ? list.profiles.stream()
                        .filter(profile -> lexicon.concepts(profile.header()).equals(List.of("return")))
                        .filter(profile -> profile.shapes().flags() > 0.9)
                        .findFirst()
                : Optional.empty();
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
                                when coalesce(sum(least(returned, sold)), 0) * 2 > coalesce(sum(returned), 0) then 1
                                else 0
                            end
                        from sales
                        """.formatted(flag.index(), YES, same, Amounts.whole(draft.raw)))) == 1;
    }
}
