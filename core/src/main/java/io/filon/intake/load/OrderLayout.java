package io.filon.intake.load;

import static io.filon.intake.load.Field.text;
import static io.filon.intake.load.Field.typed;

import io.filon.intake.plan.Role;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is read from files of orders and of order lines, and the arithmetic of one line.
///
/// A line's amount is what the file says it was sold for; else quantity by price, less the discount; else list less
/// discount; else cost and profit, unless the order says its total. Cost is stated, or unit cost by quantity, or
/// amount less profit. A line with a negative amount or quantity, or flagged so, is a return: amount, quantity, cost
/// and tax are negative; flagged with less than its amount given back, it stands and that much is refunded.
final class OrderLayout {

    /// Kinds of rows that are a part of their order's money, beside its goods.
    static final String PARTS = "'tax', 'shipping', 'discount', 'fee', 'sum'";

    static final Layout LAYOUT = new Layout("in_order_lines", fields(), derived(), columns(), refused());

    /// Whether a row says what it comes to.
    private static final String SAID =
            "coalesce(sold, case when {level} = 'order' then coalesce(order_total, order_subtotal) end) is not null";

    private OrderLayout() {}

    private static List<Field> fields() {
        Role[] ordered = {Role.ORDERED_AT, Role.PAID_AT, Role.CREATED_AT, Role.OCCURRED_AT};
        Role[] later = {Role.SHIPPED_AT, Role.DELIVERED_AT, Role.PROMISED_AT};
        Stream<Field> texts = Stream.of(
                        Role.ORDER_ID,
                        Role.CUSTOMER_ID,
                        Role.NAME,
                        Role.FIRST_NAME,
                        Role.LAST_NAME,
                        Role.COMPANY,
                        Role.ACCOUNT_ID,
                        Role.COUNTRY,
                        Role.REGION,
                        Role.CITY,
                        Role.POSTAL_CODE,
                        Role.STORE,
                        Role.PRODUCT_ID,
                        Role.PRODUCT,
                        Role.CATEGORY,
                        Role.SUBCATEGORY,
                        Role.CHANNEL,
                        Role.PAYMENT_METHOD,
                        Role.COUPON,
                        Role.TIME_OF_DAY,
                        Role.REASON)
                .map(Field::text);
        Stream<Field> others = Stream.of(
                text(Role.LINE_NO).named("line_id"),
                text(Role.PARENT_ID).named("part_of"),
                text(Role.SOURCE, Role.CAMPAIGN).named("acquisition_source"),
                typed(As.EMAIL, Role.EMAIL),
                typed(As.PHONE, Role.PHONE),
                typed(As.CURRENCY, Role.CURRENCY),
                typed(As.DAY, ordered).otherwise(later).named("ordered_on").readable(),
                typed(As.TIMED, ordered).otherwise(later).named("ordered_at"),
                typed(As.DAY, Role.PROMISED_AT).named("promised_on"),
                typed(As.DAY, Role.DELIVERED_AT).named("delivered_on"),
                typed(As.PRESENT, Role.PAID_AT).named("is_paid"),
                typed(As.PRESENT, Role.CANCELLED_AT).named("is_cancelled"),
                typed(As.PRESENT, Role.SHIPPED_AT, Role.DELIVERED_AT, Role.SHIPPING_METHOD)
                        .named("shipped"),
                typed(As.STATUS, Role.STATUS),
                typed(As.STATUS, Role.PAYMENT_STATUS),
                typed(As.STATUS, Role.FULFILLMENT_STATUS),
                typed(As.PRESENT, Role.IS_RETURN),
                typed(As.STATUS, Role.ROW_KIND),
                typed(As.WHOLE, Role.LINE_NO),
                typed(As.QUANTITY, Role.QUANTITY).readableUnless("coalesce(amount, list_amount) is not null"),
                typed(As.MONEY, Role.DISCOUNT).readableUnless("amount is not null"),
                typed(As.QUANTITY, Role.RETURNED_QUANTITY),
                typed(As.NUMBER, Role.DISCOUNT_RATE),
                typed(As.NUMBER, Role.PROFIT_RATE),
                typed(As.NUMBER, Role.TAX_RATE));
        Stream<Field> sums = Stream.of(
                        Role.AMOUNT,
                        Role.LIST_AMOUNT,
                        Role.UNIT_PRICE,
                        Role.UNIT_LIST_PRICE,
                        Role.ORDER_TOTAL,
                        Role.ORDER_SUBTOTAL,
                        Role.COST,
                        Role.UNIT_COST,
                        Role.PROFIT,
                        Role.SHIPPING_COST,
                        Role.PAYMENT_FEE,
                        Role.COMMISSION)
                .map(role -> typed(As.MONEY, role).readableUnless(SAID));
        // without one of these an amount would be too high, and nothing would show it
        Stream<Field> parts = Stream.of(
                        Role.TAX, Role.ORDER_DISCOUNT, Role.ORDER_TAX, Role.SHIPPING_CHARGED, Role.REFUNDED)
                .map(role -> typed(As.MONEY, role).readable());
        return Stream.of(texts, others, sums, parts).flatMap(all -> all).toList();
    }

    private static List<String> derived() {
        return List.of(
                "coalesce(customer_id, email, phone, account_id) as customer_key",
                "case when quantity < 0 then -1 else 1 end as sign",
                "case when discount_rate between 0 and 0.9999 then discount_rate end as rate",
                "money_times(coalesce(quantity, 1), unit_price) as priced",
                "money_times(coalesce(quantity, 1), unit_list_price) as list_priced",
                "sign * abs(discount) as off",
                // without its quantity a price says less than what the line came to
                "coalesce({line_amount}, case when not ({has_quantity} and quantity is null and list_amount is not null) "
                        + "then priced - coalesce(off, money_by(priced, rate), 0) end, "
                        + "list_amount - coalesce(off, money_by(list_amount, rate), 0), "
                        + "list_priced - coalesce(off, money_by(list_priced, rate), 0), "
                        + "case when {level} = 'line' or coalesce(order_total, order_subtotal) is null then cost + profit end) as sold",
                "coalesce(is_return and {sales_came_back} and refunded > 0 and refunded < sold, false) as partly_back",
                "coalesce(is_return, false) and {sales_came_back} and coalesce(coalesce(sold, order_total, order_subtotal) >= 0, false) and not partly_back as came_back",
                "coalesce('return' in (row_kind, status, payment_status), false) or (coalesce(is_return, false) and not {sales_came_back}) as takes_back",
                "not came_back and not partly_back and (takes_back or coalesce(is_return, false) or coalesce(sold < 0, false) or coalesce(quantity < 0, false)) "
                        + "as is_back",
                "coalesce(list_amount, case when abs(list_priced) >= abs(priced) then list_priced end, list_priced, "
                        + "sold + off, priced, money_by(sold, 1 / (1 - rate)), sold) as before_discount",
                "coalesce(cost, money_times(coalesce(quantity, 1), unit_cost), sold - profit, money_by(sold, 1 - profit_rate)) as spent");
    }

    private static List<Layout.Column> columns() {
        return Stream.of(
                        "level varchar = {level}",
                        "order_id varchar = " + Layout.ORDER_ID,
                        "customer_key varchar",
                        "email varchar",
                        "phone varchar",
                        "name varchar = coalesce(name, nullif(concat_ws(' ', first_name, last_name), ''))",
                        "company varchar",
                        "account_id varchar",
                        "ordered_on date",
                        "ordered_at timestamp with time zone = coalesce(ordered_at, {at_time})",
                        "status varchar = " + status(),
                        "is_paid boolean",
                        "channel varchar = coalesce(channel, store)",
                        "acquisition_source varchar",
                        "payment_method varchar",
                        "coupon varchar",
                        "country varchar",
                        "region varchar",
                        "city varchar",
                        "postal_code varchar",
                        "currency varchar",
                        "order_total decimal(18, 4) = " + back("order_total"),
                        "order_subtotal decimal(18, 4) = " + back("order_subtotal"),
                        "order_discount decimal(18, 4) = case when row_kind = 'discount' then sold else abs(order_discount) end",
                        "order_discount_rate double = case when {level} = 'order' then nullif(rate, 0) end",
                        "order_tax decimal(18, 4) = case when row_kind = 'tax' then sold when {level} = 'order' "
                                + "and coalesce(order_subtotal, order_total) < 0 then -abs(order_tax) else "
                                + back("order_tax") + " end",
                        "shipping_charged decimal(18, 4) = case when row_kind = 'shipping' then sold else "
                                + back("shipping_charged") + " end",
                        "shipping_cost decimal(18, 4) = abs(shipping_cost)",
                        "payment_fee decimal(18, 4) = abs(payment_fee)",
                        "commission decimal(18, 4) = case when row_kind = 'fee' then sold else abs(commission) end",
                        "refunded decimal(18, 4) = case when came_back and {level} = 'line' then null else abs(refunded) end",
                        "refunds_of_lines boolean = {refunds_of_lines}",
                        "shipped boolean",
                        "promised_on date",
                        "delivered_on date",
                        "line_no bigint",
                        "line_id varchar",
                        "part_of varchar",
                        "product_id varchar = coalesce(product_id, product)",
                        "product varchar",
                        "category varchar",
                        "subcategory varchar",
                        "quantity decimal(18, 4) = case when came_back then 0 when is_back then -abs(quantity) else quantity end",
                        "amount decimal(18, 4) = case when came_back then 0 when is_back then -abs(sold) else sold end",
                        "discount decimal(18, 4) = case when is_back or came_back then 0 else greatest(before_discount - sold, 0) end",
                        "cost decimal(18, 4) = case when came_back then 0 * spent when is_back then -abs(spent) else spent end",
                        "profit decimal(18, 4) = case when came_back then 0 * profit when is_back then -abs(profit) else profit end",
                        "tax decimal(18, 4) = case when row_kind in ('head', " + PARTS
                                + ") then null when is_back then -abs(tax) else tax end",
                        "tax_rate double",
                        "is_return boolean = is_back or came_back",
                        "returned_quantity decimal(18, 4) = abs(returned_quantity)",
                        "reason varchar",
                        "discounts_inside boolean = {discounts_inside}",
                        "tax_inside boolean = {tax_inside}",
                        "unread varchar = {unread}")
                .map(Layout::column)
                .toList();
    }

    /// What is said of a whole order, which is negative where the order is a refund, however it is written.
    private static String back(String money) {
        return "case when takes_back and {level} = 'order' then -abs(%1$s) else %1$s end".formatted(money);
    }

    /// What was sent was sold, though it is still to be paid. Whether it was paid the status of payment knows best.
    private static String status() {
        String started =
                "case when is_cancelled or row_kind = 'cancelled' then 'cancelled' when came_back and {level} = 'order' then 'refunded'"
                        + " when 'return' in (status, payment_status) then 'return'";
        String unpaid = " when coalesce(payment_status, status) = 'unpaid' then 'unpaid'";
        String rest =
                " when 'unpaid' in (status, fulfillment_status) then 'pending' else coalesce(status, payment_status, fulfillment_status, case when not is_cancelled then 'stands' end) end";
        return started
                + said("cancelled", "refused", "refunded", "delivered", "shipped")
                + unpaid
                + said("paid", "pending")
                + rest;
    }

    private static String said(String... words) {
        return Stream.of(words)
                .map(word -> " when '%1$s' in (status, payment_status, fulfillment_status) then '%1$s'".formatted(word))
                .collect(Collectors.joining());
    }

    private static List<String> refused() {
        return List.of(
                "row_kind = 'aside' then 'not_a_sale'",
                "{needs_amount} and sold is null and order_total is null and order_subtotal is null then 'amount_missing'");
    }
}
