package io.filon.intake.infer;

import io.filon.intake.plan.Kind;
import io.filon.intake.plan.Role;
import io.filon.intake.profile.ColumnProfile;
import io.filon.intake.profile.Flags;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Settles what a flag of return says: that the row takes back an earlier one, or that the sale on this very row came
/// back, so that nothing of it remains.
final class ReturnFlags {

    private static final String YES =
            Flags.format(List.of()).yes().stream().map(Sql::literal).collect(Collectors.joining(", "));

    private final Store store;

    ReturnFlags(Store store) {
        this.store = store;
    }

    /// Of their own sale, unless most flagged rows have an unflagged one of the same order, or customer, and product.
    void settle(Draft draft) {
        Optional<ColumnProfile> flag = draft.column(Role.IS_RETURN);
        boolean sales = draft.kind == Kind.ORDERS || draft.kind == Kind.ORDER_LINES;
        if (flag.isPresent() && sales && draft.recipe.equals("inferred") && !takesBack(draft, flag.get())) {
            draft.settings.put("returns", "of_their_sale");
        }
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
