-- The tables intake makes, empty, as docs/reference/tables.md says. One statement a paragraph.

create table run (as_of date, as_of_end timestamp with time zone, zone varchar, currency varchar, horizon_days integer);

create table sources (source_id varchar, file varchar, content_hash varchar, recipe varchar, kind varchar,
    rows_read bigint, rows_kept bigint, rows_merged bigint, rows_rejected bigint, read_at timestamp with time zone,
    position integer);

create table rejected (source_id varchar, file varchar, line bigint, reason varchar, content varchar);

create table doubts (code varchar, file varchar, column_name varchar, severity integer, detail varchar);

create table customers (customer_id varchar, external_ids varchar, email varchar, phone varchar, name varchar,
    created_on date, birth_on date, gender varchar, country varchar, region varchar, city varchar, postal_code varchar,
    acquisition_channel varchar, acquisition_cost decimal(18, 4), account_id varchar, company varchar, tags varchar,
    is_staff boolean, source_id varchar);

create table traits (customer_id varchar, name varchar, value varchar, party varchar, source varchar, purpose varchar,
    observed_at timestamp with time zone, expires_at timestamp with time zone);

create table accounts (account_id varchar, name varchar, parent_id varchar, sector varchar, employees bigint,
    revenue decimal(18, 4), country varchar, region varchar, source_id varchar);

create table orders (order_id varchar, customer_id varchar, ordered_on date, ordered_at timestamp with time zone,
    status varchar, counts boolean, channel varchar, acquisition_source varchar, payment_method varchar,
    coupon varchar, country varchar, region varchar, city varchar, postal_code varchar, stated_currency varchar,
    stated_total decimal(18, 4), discount decimal(18, 4), tax decimal(18, 4), tax_stated boolean,
    shipping_charged decimal(18, 4), shipping_cost decimal(18, 4), payment_fee decimal(18, 4),
    commission decimal(18, 4), shipped boolean, promised_on date, delivered_on date, source_id varchar);

create table order_lines (order_id varchar, line_no integer, customer_id varchar, ordered_on date, product_id varchar,
    product varchar, category varchar, subcategory varchar, quantity decimal(18, 4), list_amount decimal(18, 4),
    discount decimal(18, 4), amount decimal(18, 4), cost decimal(18, 4), profit decimal(18, 4), is_return boolean,
    source_id varchar);

create table returns (return_id varchar, order_id varchar, customer_id varchar, returned_on date,
    amount decimal(18, 4), quantity decimal(18, 4), reason varchar, cost decimal(18, 4), source_id varchar);

create table deals (deal_id varchar, customer_id varchar, account_id varchar, lead_id varchar, name varchar,
    product_id varchar, owner varchar, stage varchar, state varchar, amount decimal(18, 4), opened_on date,
    closed_on date, channel varchar, source_id varchar);

create table leads (lead_id varchar, customer_id varchar, email varchar, created_on date, channel varchar,
    campaign varchar, status varchar, converted boolean, converted_on date, country varchar, company varchar,
    source_id varchar);

create table subscriptions (subscription_id varchar, customer_id varchar, plan varchar, started_on date,
    ended_on date, amount decimal(18, 4), period_days integer, source_id varchar);

create table events (event_id varchar, customer_id varchar, anonymous_id varchar, name varchar,
    occurred_at timestamp with time zone, session_id varchar, channel varchar, device varchar, page varchar,
    order_id varchar, product_id varchar, amount decimal(18, 4), properties varchar, source_id varchar);

create table tickets (ticket_id varchar, customer_id varchar, order_id varchar, opened_at timestamp with time zone,
    opened_on date, solved_on date, channel varchar, reason varchar, handle_minutes double, cost decimal(18, 4),
    satisfaction double, source_id varchar);

create table spend (source_id varchar, row_no bigint, campaign varchar, channel varchar, spent_on date,
    amount decimal(18, 4), impressions bigint, clicks bigint, conversions double, conversion_value decimal(18, 4));

create table touches (source_id varchar, row_no bigint, customer_id varchar, campaign varchar, channel varchar,
    sent_at timestamp with time zone, kind varchar, cost decimal(18, 4), is_control boolean);

create table answers (source_id varchar, row_no bigint, customer_id varchar, question varchar, answer varchar,
    answered_on date);

create table visits (source_id varchar, row_no bigint, customer_id varchar, anonymous_id varchar, session_id varchar,
    started_at timestamp with time zone, source varchar, channel varchar, device varchar, pages bigint,
    product_pages bigint, seconds double, bought boolean);

create table reviews (source_id varchar, row_no bigint, customer_id varchar, product_id varchar, rating double,
    text varchar, reviewed_on date);

create table outside_days (noted_on date, place varchar, measure varchar, number double, word varchar);

create table consents (customer_id varchar, channel varchar, granted boolean, given_at timestamp with time zone,
    evidence varchar);

