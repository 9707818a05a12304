package io.filon.intake.plan;

import io.filon.intake.file.RawTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One file as understood.
///
/// @param recipe   name of the recipe that knew it, else `inferred`
/// @param columns  every column of the file, in order
/// @param statuses what the file's status words mean, lower-case word to `created`, `unpaid`, `pending`, `paid`,
///     `shipped`, `delivered`, `cancelled`, `refunded`, `refused`; for deals to `open`, `won`, `lost`, `closed`; for
///     touches to `sent`, `opened`, `clicked`, `bounced`, `redeemed`; kinds of rows of sales to `return` (takes money
///     back), `aside` (no sale), `head` (its lines are listed too), `goods`, `tax`, `shipping`, `discount`, `fee` and
///     `sum` (a row for each part of an order's money); names of currencies to an ISO code, or to `own` where several
///     are called so and it is taken as the workspace's
/// @param settings switches a recipe sets, such as `order_cells=first_line` (order amounts only on the first line of
///     an order), `order_id=of_row_above` (and the order's id too), `prices=with_tax` or `without_tax`,
///     `amount=with_order_discount` (the lines have it off already), `beside=shipping` or `shipping_and_tax` (of a
///     line, which its amount holds), `ids=first` (of several in one cell), `guest=0` (an id that is nobody's),
///     `channel=…` (of all rows), `handle_time=seconds` or `hours` (where it is not in minutes),
///     `returns=of_their_sale` (the row's own sale came back) or `beside_their_sale` (a row of its own under the same
///     order's number), `rates=worth` (what a unit of each currency is worth in the workspace's) or `bought` (how many
///     a unit of the workspace's buys)
/// @param synthesizeOrders whether rows of one customer, day and store make one order, since they have no order id;
///     when false, every row without one is an order of its own
public record FilePlan(
        RawTable raw,
        Kind kind,
        String recipe,
        List<ColumnPlan> columns,
        Map<String, String> statuses,
        Map<String, String> settings,
        boolean synthesizeOrders) {

    public FilePlan {
        columns = List.copyOf(columns);
        statuses = Map.copyOf(statuses);
        settings = Map.copyOf(settings);
    }

    /// The same file with other settings.
    public FilePlan set(Map<String, String> others) {
        return new FilePlan(raw, kind, recipe, columns, statuses, others, synthesizeOrders);
    }

    public Optional<ColumnPlan> column(Role role) {
        return columns.stream().filter(column -> column.role() == role).findFirst();
    }

    public List<ColumnPlan> columns(Role role) {
        return columns.stream().filter(column -> column.role() == role).toList();
    }
}
