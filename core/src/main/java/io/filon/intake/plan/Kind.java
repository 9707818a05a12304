package io.filon.intake.plan;

/// What one row of a file is.
public enum Kind {
    CUSTOMERS,
    ACCOUNTS,
    PRODUCTS,
    /// One row an order; some exports add its lines below with the order's cells left empty: then it is [#ORDER_LINES].
    ORDERS,
    /// One row a line of an order, or a purchase of one product.
    ORDER_LINES,
    RETURNS,
    DEALS,
    LEADS,
    SUBSCRIPTIONS,
    EVENTS,
    /// One row a visit, what was done in it added up.
    VISITS,
    TICKETS,
    SPEND,
    TOUCHES,
    /// One row a filled-in form: every column with the role `answer` becomes one answer.
    ANSWERS,
    CONSENTS,
    REVIEWS,
    /// Exchange rates: day, currency, rate.
    RATES,
    /// What days were like outside, as the weather: a day, perhaps a place, and every column with the role `measure`.
    OUTSIDE,
    /// A table other files point into (calendar, stores, promotions): only what they borrow is used.
    LOOKUP,
    /// Read and counted, but nothing in it serves; the plan says why.
    UNUSED
}
