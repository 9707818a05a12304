package io.filon.intake.profile;

import io.filon.intake.plan.Role;
import java.util.EnumSet;
import java.util.Set;

/// Which roles hold days, figures, or yes and no.
public final class RoleTypes {

    public static final Set<Role> DATES = Set.copyOf(EnumSet.of(
            Role.BIRTH_ON,
            Role.ORDERED_AT,
            Role.PAID_AT,
            Role.SHIPPED_AT,
            Role.DELIVERED_AT,
            Role.PROMISED_AT,
            Role.CANCELLED_AT,
            Role.CREATED_AT,
            Role.OPENED_AT,
            Role.CLOSED_AT,
            Role.CONVERTED_AT,
            Role.RETURNED_AT,
            Role.OCCURRED_AT,
            Role.SPENT_ON,
            Role.SENT_AT,
            Role.ANSWERED_AT,
            Role.STARTED_AT,
            Role.ENDED_AT,
            Role.GIVEN_AT,
            Role.REVIEWED_AT,
            Role.RATE_ON,
            Role.NOTED_ON));

    public static final Set<Role> MONEY = Set.copyOf(EnumSet.of(
            Role.ACQUISITION_COST,
            Role.ACCOUNT_REVENUE,
            Role.AMOUNT,
            Role.LIST_AMOUNT,
            Role.UNIT_PRICE,
            Role.UNIT_LIST_PRICE,
            Role.DISCOUNT,
            Role.COST,
            Role.UNIT_COST,
            Role.PROFIT,
            Role.TAX,
            Role.ORDER_TOTAL,
            Role.ORDER_SUBTOTAL,
            Role.ORDER_DISCOUNT,
            Role.ORDER_TAX,
            Role.SHIPPING_CHARGED,
            Role.SHIPPING_COST,
            Role.PAYMENT_FEE,
            Role.COMMISSION,
            Role.REFUNDED,
            Role.DEAL_AMOUNT,
            Role.DEAL_ESTIMATE,
            Role.SPEND,
            Role.CONVERSION_VALUE,
            Role.CONTACT_COST,
            Role.RETURN_COST,
            Role.TICKET_COST,
            Role.PERIOD_AMOUNT));

    /// Figures that are not money.
    public static final Set<Role> COUNTS = Set.copyOf(EnumSet.of(
            Role.EMPLOYEES,
            Role.QUANTITY,
            Role.RETURNED_QUANTITY,
            Role.DISCOUNT_RATE,
            Role.PROFIT_RATE,
            Role.TAX_RATE,
            Role.IMPRESSIONS,
            Role.CLICKS,
            Role.CONVERSIONS,
            Role.HANDLE_MINUTES,
            Role.PAGES,
            Role.PRODUCT_PAGES,
            Role.VISIT_SECONDS,
            Role.RATING,
            Role.RATE,
            Role.PERIOD_DAYS));

    public static final Set<Role> FLAGS = Set.copyOf(EnumSet.of(
            Role.STAFF,
            Role.IS_WON,
            Role.IS_CLOSED,
            Role.CONVERTED,
            Role.BOUGHT,
            Role.IS_RETURN,
            Role.IS_CONTROL,
            Role.GRANTED));

    public static final Set<Role> IDS = Set.copyOf(EnumSet.of(
            Role.CUSTOMER_ID,
            Role.ACCOUNT_ID,
            Role.PARENT_ID,
            Role.ANONYMOUS_ID,
            Role.ORDER_ID,
            Role.PRODUCT_ID,
            Role.DEAL_ID,
            Role.LEAD_ID,
            Role.TICKET_ID,
            Role.RETURN_ID,
            Role.EVENT_ID,
            Role.SESSION_ID,
            Role.SUBSCRIPTION_ID,
            Role.KEY));

    private RoleTypes() {}

    public static boolean number(Role role) {
        return MONEY.contains(role) || COUNTS.contains(role);
    }
}
