package io.filon.intake.plan;

import java.util.Locale;
import java.util.Optional;

/// What one column means. Its lower-case name is what recipes, `sources.yaml` and `--map file:column=role` say.
public enum Role {
    // who
    CUSTOMER_ID,
    EMAIL,
    PHONE,
    NAME,
    FIRST_NAME,
    LAST_NAME,
    COMPANY,
    ACCOUNT_ID,
    PARENT_ID,
    ANONYMOUS_ID,
    BIRTH_ON,
    /// Age in years or a band; kept as an undated trait.
    AGE,
    GENDER,
    COUNTRY,
    REGION,
    CITY,
    POSTAL_CODE,
    SECTOR,
    EMPLOYEES,
    ACCOUNT_REVENUE,
    TAGS,
    STAFF,
    ACQUISITION_CHANNEL,
    ACQUISITION_COST,

    // which
    ORDER_ID,
    LINE_NO,
    PRODUCT_ID,
    PRODUCT,
    CATEGORY,
    SUBCATEGORY,
    BRAND,
    DEAL_ID,
    LEAD_ID,
    TICKET_ID,
    RETURN_ID,
    EVENT_ID,
    SESSION_ID,
    SUBSCRIPTION_ID,
    CAMPAIGN,
    STORE,
    OWNER,
    PLAN,

    // when: a day or an instant, as the column's format says
    ORDERED_AT,
    PAID_AT,
    SHIPPED_AT,
    DELIVERED_AT,
    PROMISED_AT,
    CANCELLED_AT,
    /// Sign-up or first contact of a customer, creation of a lead.
    CREATED_AT,
    OPENED_AT,
    CLOSED_AT,
    CONVERTED_AT,
    RETURNED_AT,
    OCCURRED_AT,
    /// A time of day kept apart from its day.
    TIME_OF_DAY,
    SPENT_ON,
    SENT_AT,
    ANSWERED_AT,
    STARTED_AT,
    ENDED_AT,
    GIVEN_AT,
    REVIEWED_AT,
    RATE_ON,
    /// The day that a measure is of.
    NOTED_ON,

    // how much, of a line
    QUANTITY,
    /// What the line was sold for in all, after its discount.
    AMOUNT,
    /// The line before its discount, in all.
    LIST_AMOUNT,
    UNIT_PRICE,
    UNIT_LIST_PRICE,
    /// Money taken off the line (sign ignored).
    DISCOUNT,
    /// 0..1 or 0..100 as the format says; already taken off `amount`.
    DISCOUNT_RATE,
    COST,
    UNIT_COST,
    PROFIT,
    /// Its share of the amount, 0..1 or 0..100 as the format says; where nothing else tells cost or profit.
    PROFIT_RATE,
    TAX,
    TAX_RATE,

    // how much, of a whole order, repeated on its lines or on the first only
    ORDER_TOTAL,
    ORDER_SUBTOTAL,
    ORDER_DISCOUNT,
    ORDER_TAX,
    SHIPPING_CHARGED,
    SHIPPING_COST,
    PAYMENT_FEE,
    COMMISSION,
    /// Money given back for the order.
    REFUNDED,
    /// Units given back of the line.
    RETURNED_QUANTITY,
    CURRENCY,

    // other figures
    DEAL_AMOUNT,
    /// What a deal was expected to bring, where it does not say what it brought.
    DEAL_ESTIMATE,
    SPEND,
    IMPRESSIONS,
    CLICKS,
    CONVERSIONS,
    CONVERSION_VALUE,
    CONTACT_COST,
    RETURN_COST,
    TICKET_COST,
    HANDLE_MINUTES,
    SATISFACTION,
    RATING,
    RATE,
    PERIOD_AMOUNT,
    PERIOD_DAYS,

    /// Pages seen in a visit.
    PAGES,
    /// Of them, of products.
    PRODUCT_PAGES,
    /// Seconds a visit took.
    VISIT_SECONDS,

    // in what state
    STATUS,
    PAYMENT_STATUS,
    FULFILLMENT_STATUS,
    STAGE,
    IS_WON,
    IS_CLOSED,
    CONVERTED,
    /// Whether a visit ended in a purchase.
    BOUGHT,
    IS_RETURN,
    /// Whether a row is a sale, money given back, or no sale at all: a refund, a payment, the head of lines.
    ROW_KIND,
    IS_CONTROL,
    GRANTED,
    TOUCH_KIND,

    // by what way
    CHANNEL,
    SOURCE,
    MEDIUM,
    PAYMENT_METHOD,
    SHIPPING_METHOD,
    COUPON,
    DEVICE,
    PAGE,
    REASON,
    TEXT,

    // events
    EVENT_NAME,
    /// A JSON object with more properties.
    PROPERTIES,
    /// A JSON object with context.
    CONTEXT,

    // forms: the header is the question
    ANSWER,
    QUESTION,

    /// What a day was like: the header says in what respect.
    MEASURE,

    /// Points into another file, see the plan's links.
    KEY,
    /// A fact about the customer with no column of its own.
    TRAIT,
    /// Read, shown, not used.
    IGNORED;

    /// As users write it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Role> of(String word) {
        try {
            return Optional.of(valueOf(word.strip().toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException notARole) {
            return Optional.empty();
        }
    }
}
