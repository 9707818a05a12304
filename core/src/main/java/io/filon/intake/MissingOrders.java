package io.filon.intake;

import io.filon.intake.plan.Doubt;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.util.List;

/// Says how many orders of a file stand although a later file, which gives most of them again, has them no more. They
/// stay, for files of different folders are different exports; but one may be the other, corrected.
final class MissingOrders {

    private record Found(String earlier, String later, long orders) {}

    private MissingOrders() {}

    /// Call when repeats are marked. Orders of days that the later file does not reach are not missing in it.
    static List<Doubt> doubts(Store store) {
        if (store.number(Sql.of("""
                        select count(*) from (
                            select kind, recipe from in_sources
                            where not is_duplicate and kind in ('orders', 'order_lines')
                            group by kind, recipe having count(*) > 1)
                        """)) == 0) {
            return List.of();
        }
        return store.query(Sql.of("""
                        with held as (
                            select order_id, source_id, bool_and(merged) as merged, min(ordered_on) as ordered_on
                            from in_order_lines
                            where order_id is not null and level not in ('event', 'part')
                            group by order_id, source_id
                        ),
                        pairs as (
                            select
                                first_file.source_id,
                                second_file.source_id               as later_id,
                                first_file.file                     as earlier,
                                second_file.file                    as later,
                                count(*)                            as given_again
                            from held as mine
                            join held as theirs on mine.order_id = theirs.order_id and mine.merged and not theirs.merged
                            join in_sources as first_file on mine.source_id = first_file.source_id
                            join in_sources as second_file on theirs.source_id = second_file.source_id
                            where
                                first_file.kind = second_file.kind
                                and first_file.recipe = second_file.recipe
                                and first_file.position < second_file.position
                            group by all
                        ),
                        spans as (
                            select source_id, min(ordered_on) as first_on, max(ordered_on) as last_on
                            from held
                            group by source_id
                        )
                        select pairs.earlier, pairs.later, count(*) as orders
                        from pairs
                        join spans on pairs.later_id = spans.source_id
                        join held
                            on pairs.source_id = held.source_id
                            and not held.merged
                            and held.ordered_on between spans.first_on and spans.last_on
                        group by pairs.earlier, pairs.later, pairs.given_again
                        having count(*) < pairs.given_again
                        order by pairs.earlier, pairs.later
                        """), Found.class).stream()
                .map(found -> new Doubt("orders_missing", found.later, "", 2, List.of(found.orders, found.earlier)))
                .toList();
    }
}
