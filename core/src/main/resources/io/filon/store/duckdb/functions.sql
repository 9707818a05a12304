-- What DuckDB and Spark SQL write differently, as functions the pipeline's files call. One statement a paragraph.

-- Whole days from a to b; negative when b is earlier.
create or replace macro days_between(a, b) as date_diff('day', a, b);

-- The day n days later.
create or replace macro days_after(a, n) as cast(a + to_days(cast(n as integer)) as date);

-- The day n months later, the last of the month when the day does not exist.
create or replace macro months_after(a, n) as cast(a + to_months(cast(n as integer)) as date);

create or replace macro month_of(a) as cast(date_trunc('month', a) as date);

create or replace macro quarter_of(a) as cast(date_trunc('quarter', a) as date);

create or replace macro year_of(a) as cast(extract(year from a) as integer);

-- a / b as a double; null when b is 0.
create or replace macro ratio(a, b) as cast(a as double) / nullif(cast(b as double), 0);

-- Price by quantity, exact, rounded half up once to four decimals.
create or replace macro money_times(a, b) as
cast(round(cast(a as decimal(38, 4)) * cast(b as decimal(38, 4)), 4) as decimal(18, 4));

-- One property of a JSON text as text; null when missing.
create or replace macro property(properties, name) as json_extract_string(properties, '$."' || name || '"');

-- The day of an instant in a zone.
create or replace macro day_in(instant, zone) as cast(timezone(zone, instant) as date);

-- A number as people write it (`$1,234.50 `, `1.234,56 €`, `(12.50)`, `3.5-`) as text with a point; null when it is
-- none. The mark is the decimal one, `.` or `,`.
create or replace macro plain_number(cell, mark) as
case
    when regexp_matches(cell, '^[(+−-]*[\s\x{a0}\x{202f}]*([A-Z]{3}|[A-Z]{0,3}\p{Sc}|S/|Bs|kr|zł|Ft|Kč)?\.?[\s\x{a0}\x{202f}]*[+−-]?[\s\x{a0}\x{202f}]*[0-9.,''’\s\x{a0}\x{202f}]*[0-9][.,]?[\s\x{a0}\x{202f}]*[−-]?[\s\x{a0}\x{202f}]*(%|[A-Z]{3}|\p{Sc}|kr|zł|Ft|Kč)?\.?[\s\x{a0}\x{202f}]*[)−-]?$')
    then
        case when regexp_matches(cell, '^[^0-9]*[(−-]|[−-][^0-9]*$') then '-' else '' end
        || case
            when mark = ','
            then replace(replace(regexp_replace(cell, '[^0-9.,]', '', 'g'), '.', ''), ',', '.')
            else replace(regexp_replace(cell, '[^0-9.,]', '', 'g'), ',', '')
        end
end;

-- An e-mail address made comparable; null when the text is none.
create or replace macro email_of(cell) as
case when cell like '%_@_%' then lower(trim(cell)) end;

-- A telephone number made comparable: digits, with a leading + when it is written internationally.
create or replace macro phone_of(cell) as
case
    when length(regexp_replace(cell, '[^0-9]', '', 'g')) >= 7
    then
        case when regexp_matches(cell, '^[\s'']*(\+|00)') then '+' else '' end
        || regexp_replace(regexp_replace(cell, '[^0-9]', '', 'g'), case when regexp_matches(cell, '^[\s'']*00') then '^00' else '^$' end, '')
end;

-- Part of money: amount by a share of 0..1 or any factor, rounded half up to four decimals.
create or replace macro money_part(amount, share) as
cast(round(cast(amount as double) * share, 4) as decimal(18, 4));

-- The instant a day begins in a zone.
create or replace macro start_of_day(day, zone) as timezone(zone, cast(day as timestamp));
