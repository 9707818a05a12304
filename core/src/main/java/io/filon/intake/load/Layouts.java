package io.filon.intake.load;

import static io.filon.intake.load.Field.text;
import static io.filon.intake.load.Field.typed;

import io.filon.intake.plan.Kind;
import io.filon.intake.plan.Role;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The table of every kind of file.
final class Layouts {

    private static final String PERSON = "customer_key varchar = coalesce(customer_id, email, phone)";

    private static final String NOBODY = "customer_id is null and email is null and phone is null then 'id_missing'";

    private static final List<Field> WHO =
            List.of(text(Role.CUSTOMER_ID), typed(As.EMAIL, Role.EMAIL), typed(As.PHONE, Role.PHONE));

    private static final Map<Kind, Layout> ALL = all();

    private Layouts() {}

    /// Nothing for kinds that leave no rows of their own.
    static Optional<Layout> forKind(Kind kind) {
        return Optional.ofNullable(ALL.get(kind));
    }

    static List<Layout> distinct() {
        return ALL.values().stream().distinct().toList();
    }

    private static Map<Kind, Layout> all() {
        Map<Kind, Layout> all = new EnumMap<>(Kind.class);
        all.put(Kind.ORDERS, OrderLayout.LAYOUT);
        all.put(Kind.ORDER_LINES, OrderLayout.LAYOUT);
        all.put(Kind.CUSTOMERS, customers());
        all.put(Kind.ACCOUNTS, accounts());
        all.put(Kind.PRODUCTS, products());
        all.put(Kind.RETURNS, returns());
        all.put(Kind.DEALS, deals());
        all.put(Kind.LEADS, leads());
        all.put(Kind.SUBSCRIPTIONS, subscriptions());
        all.put(Kind.EVENTS, EventLayout.LAYOUT);
        all.put(Kind.TICKETS, tickets());
        all.put(Kind.SPEND, spend());
        all.put(Kind.TOUCHES, touches());
        all.put(Kind.ANSWERS, answers());
        all.put(Kind.CONSENTS, consents());
        all.put(Kind.REVIEWS, reviews());
        all.put(Kind.VISITS, visits());
        all.put(Kind.RATES, rates());
        all.put(Kind.OUTSIDE, outside());
        return all;
    }

    private static List<Field> who(Field... more) {
        return Stream.concat(WHO.stream(), Stream.of(more)).toList();
    }

    private static Layout customers() {
        return Layout.of(
                "in_customers",
                who(
                        text(Role.NAME),
                        text(Role.FIRST_NAME),
                        text(Role.LAST_NAME),
                        text(Role.COMPANY),
                        text(Role.ACCOUNT_ID),
                        typed(As.DAY, Role.CREATED_AT, Role.STARTED_AT).named("created_on"),
                        typed(As.DAY, Role.BIRTH_ON),
                        text(Role.GENDER),
                        text(Role.COUNTRY),
                        text(Role.REGION),
                        text(Role.CITY),
                        text(Role.POSTAL_CODE),
                        text(Role.ACQUISITION_CHANNEL, Role.CHANNEL, Role.SOURCE),
                        typed(As.MONEY, Role.ACQUISITION_COST).readable(),
                        text(Role.TAGS),
                        typed(As.FLAG, Role.GRANTED),
                        typed(As.FLAG, Role.STAFF).named("is_staff")),
                List.of(NOBODY),
                PERSON,
                "other_email varchar = {other_email}",
                "name varchar = coalesce(name, nullif(concat_ws(' ', first_name, last_name), ''))");
    }

    private static Layout accounts() {
        return Layout.of(
                "in_accounts",
                List.of(
                        text(Role.ACCOUNT_ID, Role.CUSTOMER_ID, Role.COMPANY, Role.NAME)
                                .required(),
                        text(Role.COMPANY, Role.NAME, Role.ACCOUNT_ID).named("name"),
                        text(Role.PARENT_ID),
                        text(Role.SECTOR, Role.CATEGORY),
                        typed(As.WHOLE, Role.EMPLOYEES),
                        typed(As.MONEY, Role.ACCOUNT_REVENUE).named("revenue"),
                        text(Role.COUNTRY),
                        text(Role.REGION)),
                List.of());
    }

    private static Layout products() {
        return Layout.of(
                "in_products",
                List.of(
                        text(Role.PRODUCT_ID, Role.PRODUCT).required(),
                        text(Role.PRODUCT, Role.NAME).named("name"),
                        text(Role.CATEGORY),
                        text(Role.SUBCATEGORY),
                        text(Role.BRAND),
                        typed(As.MONEY, Role.UNIT_PRICE, Role.UNIT_LIST_PRICE, Role.AMOUNT)
                                .named("unit_price"),
                        typed(As.MONEY, Role.UNIT_COST, Role.COST).named("unit_cost")),
                List.of());
    }

    private static Layout returns() {
        return Layout.of(
                "in_returns",
                who(
                        text(Role.RETURN_ID),
                        text(Role.ORDER_ID),
                        typed(As.DAY, Role.RETURNED_AT, Role.CREATED_AT, Role.OCCURRED_AT)
                                .named("returned_on")
                                .readable(),
                        typed(As.MONEY, Role.REFUNDED, Role.AMOUNT, Role.ORDER_TOTAL)
                                .named("amount")
                                .readable(),
                        typed(As.QUANTITY, Role.RETURNED_QUANTITY, Role.QUANTITY)
                                .named("quantity"),
                        text(Role.REASON),
                        typed(As.MONEY, Role.RETURN_COST, Role.COST).named("cost"),
                        typed(As.CURRENCY, Role.CURRENCY)),
                List.of("amount is null then 'amount_missing'"),
                PERSON,
                "return_id varchar = coalesce(return_id, {row_id})",
                "amount decimal(18, 4) = abs(amount)",
                "quantity decimal(18, 4) = abs(quantity)");
    }

    private static Layout deals() {
        return Layout.of(
                "in_deals",
                who(
                        text(Role.DEAL_ID),
                        text(Role.ACCOUNT_ID, Role.COMPANY),
                        text(Role.LEAD_ID),
                        text(Role.NAME),
                        text(Role.PRODUCT_ID, Role.PRODUCT),
                        text(Role.OWNER),
                        text(Role.STAGE, Role.STATUS),
                        typed(As.STATUS, Role.STAGE, Role.STATUS).named("meaning"),
                        typed(As.FLAG, Role.IS_WON),
                        typed(As.FLAG, Role.IS_CLOSED),
                        typed(As.MONEY, Role.DEAL_AMOUNT, Role.AMOUNT, Role.DEAL_ESTIMATE)
                                .named("amount")
                                .readable(),
                        typed(As.DAY, Role.OPENED_AT, Role.CREATED_AT).named("opened_on"),
                        typed(As.DAY, Role.CLOSED_AT).named("closed_on"),
                        text(Role.CHANNEL, Role.SOURCE),
                        typed(As.CURRENCY, Role.CURRENCY)),
                List.of(),
                "customer_key varchar = coalesce(customer_id, email, phone, account_id, lead_id)",
                "deal_id varchar = coalesce(deal_id, {row_id})",
                """
                state varchar = case
                    when is_won then 'won'
                    when meaning in ('won', 'lost', 'open') then meaning
                    when is_closed or (meaning = 'closed' and not is_won) then 'lost'
                    when is_won is not null or is_closed is not null then 'open'
                    when {has_state} then 'open'
                    when closed_on is not null then 'won'
                    else 'open'
                end""");
    }

    private static Layout leads() {
        return Layout.of(
                "in_leads",
                who(
                        text(Role.LEAD_ID),
                        typed(As.DAY, Role.CREATED_AT, Role.OPENED_AT, Role.OCCURRED_AT)
                                .named("created_on"),
                        text(Role.CHANNEL, Role.ACQUISITION_CHANNEL, Role.SOURCE, Role.MEDIUM)
                                .named("channel"),
                        text(Role.CAMPAIGN),
                        text(Role.STATUS, Role.STAGE),
                        typed(As.FLAG, Role.CONVERTED, Role.IS_WON).named("converted"),
                        typed(As.DAY, Role.CONVERTED_AT).named("converted_on"),
                        text(Role.COUNTRY),
                        text(Role.COMPANY)),
                List.of(),
                "customer_key varchar = coalesce(customer_id, email, phone, lead_id, {row_id})",
                "lead_id varchar = coalesce(lead_id, customer_id, email, {row_id})");
    }

    private static Layout subscriptions() {
        return Layout.of(
                "in_subscriptions",
                who(
                        text(Role.SUBSCRIPTION_ID),
                        text(Role.PLAN, Role.PRODUCT),
                        typed(As.DAY, Role.STARTED_AT, Role.CREATED_AT)
                                .named("started_on")
                                .readable(),
                        typed(As.DAY, Role.ENDED_AT, Role.CANCELLED_AT)
                                .named("ended_on")
                                .readable(),
                        typed(As.MONEY, Role.PERIOD_AMOUNT, Role.AMOUNT)
                                .named("amount")
                                .readable(),
                        typed(As.WHOLE, Role.PERIOD_DAYS),
                        typed(As.CURRENCY, Role.CURRENCY)),
                // a member who never began and pays nothing is a customer all the same
                List.of("started_on is null and (coalesce(amount, 0) <> 0 or (customer_id is null and email is null))"
                        + " then 'date_missing'"),
                PERSON,
                "subscription_id varchar = coalesce(subscription_id, {row_id})");
    }

    private static Layout tickets() {
        return Layout.of(
                "in_tickets",
                who(
                        text(Role.TICKET_ID),
                        text(Role.ORDER_ID),
                        typed(As.INSTANT, Role.OPENED_AT, Role.CREATED_AT, Role.OCCURRED_AT)
                                .named("opened_at")
                                .required(),
                        typed(As.DAY, Role.OPENED_AT, Role.CREATED_AT, Role.OCCURRED_AT)
                                .named("opened_on"),
                        typed(As.DAY, Role.CLOSED_AT, Role.ENDED_AT).named("solved_on"),
                        text(Role.CHANNEL),
                        text(Role.REASON, Role.CATEGORY),
                        typed(As.NUMBER, Role.HANDLE_MINUTES),
                        typed(As.MONEY, Role.TICKET_COST, Role.COST).named("cost"),
                        typed(As.NUMBER, Role.SATISFACTION, Role.RATING).named("satisfaction")),
                List.of(),
                PERSON,
                "ticket_id varchar = coalesce(ticket_id, {row_id})",
                "handle_minutes double = handle_minutes * {minutes}");
    }

    private static Layout spend() {
        return Layout.of(
                "in_spend",
                List.of(
                        text(Role.CAMPAIGN),
                        text(Role.CHANNEL, Role.SOURCE, Role.MEDIUM),
                        typed(As.DAY, Role.SPENT_ON, Role.OCCURRED_AT, Role.STARTED_AT)
                                .named("spent_on")
                                .readable(),
                        typed(As.MONEY, Role.SPEND, Role.AMOUNT, Role.COST)
                                .named("amount")
                                .required(),
                        typed(As.WHOLE, Role.IMPRESSIONS),
                        typed(As.WHOLE, Role.CLICKS),
                        typed(As.NUMBER, Role.CONVERSIONS),
                        typed(As.MONEY, Role.CONVERSION_VALUE),
                        typed(As.CURRENCY, Role.CURRENCY)),
                List.of());
    }

    private static Layout touches() {
        return Layout.of(
                "in_touches",
                who(
                        text(Role.CAMPAIGN),
                        text(Role.CHANNEL, Role.MEDIUM),
                        typed(As.INSTANT, Role.SENT_AT, Role.OCCURRED_AT)
                                .named("sent_at")
                                .readable(),
                        typed(As.STATUS, Role.TOUCH_KIND, Role.EVENT_NAME).named("kind"),
                        typed(As.MONEY, Role.CONTACT_COST, Role.COST).named("cost"),
                        typed(As.FLAG, Role.IS_CONTROL)),
                List.of(NOBODY),
                PERSON,
                "kind varchar = case when kind in ('sent', 'opened', 'clicked', 'bounced', 'redeemed') then kind else 'sent' end",
                "is_control boolean = coalesce(is_control, false)");
    }

    private static Layout answers() {
        return Layout.of(
                "in_answers",
                who(
                        text(Role.QUESTION),
                        text(Role.ANSWER, Role.TEXT),
                        typed(As.DAY, Role.ANSWERED_AT, Role.CREATED_AT, Role.OCCURRED_AT)
                                .named("answered_on")),
                List.of(),
                PERSON);
    }

    private static Layout consents() {
        return Layout.of(
                "in_consents",
                who(
                        text(Role.CHANNEL),
                        typed(As.FLAG, Role.GRANTED),
                        typed(As.INSTANT, Role.GIVEN_AT, Role.CREATED_AT).named("given_at"),
                        text(Role.SOURCE, Role.TEXT).named("evidence")),
                List.of(NOBODY),
                PERSON,
                "channel varchar = coalesce(lower(channel), 'email')",
                "granted boolean = coalesce(granted, false)");
    }

    private static Layout reviews() {
        return Layout.of(
                "in_reviews",
                who(
                        text(Role.PRODUCT_ID, Role.PRODUCT),
                        typed(As.NUMBER, Role.RATING, Role.SATISFACTION).named("rating"),
                        text(Role.TEXT),
                        typed(As.DAY, Role.REVIEWED_AT, Role.CREATED_AT, Role.OCCURRED_AT)
                                .named("reviewed_on")),
                List.of(),
                PERSON);
    }

    private static Layout visits() {
        return Layout.of(
                "in_visits",
                who(
                        text(Role.ANONYMOUS_ID),
                        text(Role.SESSION_ID),
                        typed(As.INSTANT, Role.OCCURRED_AT, Role.STARTED_AT, Role.CREATED_AT)
                                .named("started_at"),
                        text(Role.SOURCE, Role.CHANNEL, Role.CAMPAIGN).named("source"),
                        text(Role.CHANNEL),
                        text(Role.DEVICE),
                        typed(As.WHOLE, Role.PAGES),
                        typed(As.WHOLE, Role.PRODUCT_PAGES),
                        typed(As.NUMBER, Role.VISIT_SECONDS).named("seconds"),
                        typed(As.FLAG, Role.BOUGHT, Role.CONVERTED).named("bought")),
                List.of(),
                PERSON);
    }

    private static Layout outside() {
        return Layout.of(
                "in_outside",
                List.of(
                        typed(As.DAY, Role.NOTED_ON).required(),
                        text(Role.COUNTRY),
                        text(Role.REGION),
                        text(Role.CITY),
                        text(Role.POSTAL_CODE),
                        text(Role.QUESTION).named("measure"),
                        text(Role.MEASURE).named("value"),
                        typed(As.NUMBER, Role.RATING).named("number")),
                List.of());
    }

    private static Layout rates() {
        return Layout.of(
                "in_rates",
                List.of(
                        typed(As.DAY, Role.RATE_ON, Role.OCCURRED_AT)
                                .named("rate_on")
                                .readable(),
                        typed(As.CURRENCY, Role.CURRENCY),
                        typed(As.NUMBER, Role.RATE).required()),
                List.of("rate_on is null and {has_day} then 'date_missing'"),
                "rate_on date = coalesce(rate_on, date '0001-01-01')", // a list without days holds on all of them
                "rate double = case when {rates_are_worths} then 1 / nullif(rate, 0) else rate end");
    }
}
