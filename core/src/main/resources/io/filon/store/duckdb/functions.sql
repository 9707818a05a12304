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

-- A property of an object inside a JSON text, likewise.
create or replace macro inner_property(properties, outer_name, name) as
json_extract_string(properties, '$."' || outer_name || '"."' || name || '"');

-- The day of an instant in a zone.
create or replace macro day_in(instant, zone) as cast(timezone(zone, instant) as date);

-- A part of an amount as money; doubles hold it to the cent up to a hundred thousand million.
create or replace macro money_share(amount, share) as cast(cast(amount as double) * share as decimal(18, 4));

-- A number as money, rounded half up.
create or replace macro money(a) as cast(round(a, 4) as decimal(18, 4));

-- The k-th of n parts of an amount, k from 1: as even as money allows, and the n parts add up exactly.
create or replace macro money_part(amount, k, n) as
cast((cast(amount * 10000 as hugeint) * k // n - cast(amount * 10000 as hugeint) * (k - 1) // n) * 0.0001 as decimal(18, 4));

-- A name without capitals, accents, blanks and signs, for telling that two files mean the same: Google Ads = google_ads.
create or replace macro same_name(a) as nullif(regexp_replace(lower(strip_accents(a)), '[^a-z0-9]', '', 'g'), '');

-- A person's name or handle however it is written: without capitals, a blank too many or the handle's @.
create or replace macro plain_spelling(a) as lower(trim(regexp_replace(ltrim(a, '@'), '\s+', ' ', 'g')));

-- The n-th month of a year as text, 2026-03: how a price index names its months.
create or replace macro month_name(a) as strftime(a, '%Y-%m');

-- The first three letters of an English month, for the month's name in another language.
create or replace macro english_month(name) as
case left(strip_accents(name), 3)
    when 'ene' then 'jan'
    when 'fev' then 'feb'
    when 'abr' then 'apr'
    when 'avr' then 'apr'
    when 'mai' then 'may'
    when 'jui' then case when starts_with(name, 'juil') then 'jul' else 'jun' end
    when 'ago' then 'aug'
    when 'aou' then 'aug'
    when 'set' then 'sep'
    when 'out' then 'oct'
    when 'dic' then 'dec'
    when 'dez' then 'dec'
    else left(strip_accents(name), 3)
end;

-- The first month named in a text in small letters, with its point; empty when there is none.
create or replace macro named_month(a) as
regexp_extract(a, '\b(ene(ro)?|jan(uary|eiro|v|vier)?|feb(rero|ruary)?|f[eé]v(ereiro|r|rier)?|mar(zo|ch|ço|co|s)?|abr(il)?|apr(il)?|avr(il)?|mayo?|mai(o)?|june?|jun(io|ho)|juin|jul(y|io|ho)?|juil(let)?|ago(sto)?|aug(ust)?|ao[uû]t|sep(t|tember|tiembre|tembre)?|set(iembre|embro)?|oct(ubre|ober|obre)?|out(ubro)?|nov(iembre|ember|embro|embre)?|dic(iembre)?|d[eé]c(ember|embre)?|dez(embro)?)\b\.?');

-- A date text in small letters with its month as strptime's %b wants it.
create or replace macro with_english_month(a) as
case when named_month(a) = '' then a else replace(a, named_month(a), english_month(named_month(a))) end;

-- A date text with day of the week and month named as strptime's %a and %b want them, and am or pm without points:
-- 'vie, 12 ene. 2024' is 'mon, 12 jan 2024', as %a passes over which day of the week it is.
create or replace macro english_dates(a) as
with_english_month(
    regexp_replace(
    regexp_replace(
        lower(a),
        '^(?:(?:mon|tues?|wed|thu(?:rs?)?|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day|lun(?:es|di)?|mar(?:tes|di)|mi[eé](?:rcoles)?|mercredi|jue(?:ves)?|jeudi|vie(?:rnes)?|vendredi|s[aá]b(?:ado)?|samedi|dom(?:ingo)?|dimanche|seg|ter|qua|qui|sex|(?:segunda|ter[cç]a|quarta|quinta|sexta)(?:-feira)?)\.?([, ])|mar\.?(,| [0-9]{1,2}(?: (?:de )?[a-z]|[/-])))',
        'mon\1\2'
    ), '\b([ap])\.?[ \x{a0}\x{202f}]?m\b\.?', '\1m'));

-- A number as people write it (`$1,234.50 `, `1.234,56 €`, `(12.50)`, `$(12.50)`, `3.5-`) as text with a point; null when it is
-- none. The mark is the decimal one, `.` or `,`.
create or replace macro plain_number(cell, mark) as
case
    when regexp_matches(cell, '^[(+−-]*[\s\x{a0}\x{202f}]*([A-Z]{3}|[A-Z]{0,3}\p{Sc}|S/|Bs|kr|zł|Ft|Kč)?\.?[\s\x{a0}\x{202f}]*[(+−-]?[\s\x{a0}\x{202f}]*[0-9.,''’\s\x{a0}\x{202f}]*[0-9][.,]?[\s\x{a0}\x{202f}]*[−-]?[\s\x{a0}\x{202f}]*(%|[A-Z]{3}|\p{Sc}|kr|zł|Ft|Kč)?\.?[\s\x{a0}\x{202f}]*[)−-]?$')
    then
        case when regexp_matches(cell, '^[^0-9]*[(−-]|[−-][^0-9]*$') then '-' else '' end
        || case
            when mark = ','
            then replace(replace(regexp_replace(cell, '[^0-9.,]', '', 'g'), '.', ''), ',', '.')
            else replace(regexp_replace(cell, '[^0-9.,]', '', 'g'), ',', '')
        end
    -- how accounts are written by spreadsheets: a dash beside the currency is nothing
    when regexp_matches(cell, '^\p{Sc}[\s\x{a0}\x{202f}]*[−–-]$|^[−–-][\s\x{a0}\x{202f}]*\p{Sc}$') then '0'
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

-- Money by any factor, rounded half up to four decimals.
create or replace macro money_by(amount, factor) as
cast(round(cast(amount as double) * factor, 4) as decimal(18, 4));

-- The instant a day begins in a zone.
create or replace macro start_of_day(day, zone) as timezone(zone, cast(day as timestamp));

-- Microseconds from a to b.
create or replace macro micros_between(a, b) as epoch_us(b) - epoch_us(a);

-- The instant so many seconds later.
create or replace macro seconds_after(a, n) as a + to_seconds(n);

-- The time of day of an instant in a zone.
create or replace macro time_in(instant, zone) as cast(timezone(zone, instant) as time);

-- The day of any year, 02-29.
create or replace macro month_day(a) as strftime(a, '%m-%d');

-- Numbers of calendar periods, one more for the next; weeks start on Monday.
create or replace macro day_number(a) as date_diff('day', date '1970-01-01', a);

create or replace macro week_number(a) as date_diff('day', date '0001-01-01', a) // 7;

create or replace macro month_number(a) as extract(year from a) * 12 + extract(month from a);

create or replace macro quarter_number(a) as extract(year from a) * 4 + extract(quarter from a);

-- The instant so long before by the calendar of a zone: days and longer keep the time of day, and the offset where an
-- hour comes twice.
create or replace macro calendar_before(a, zone, months, days, seconds) as
case
    when months = 0 and days = 0
    then a - to_seconds(seconds)
    when timezone(zone, timezone('UTC', timezone('UTC', a) - (timezone(zone, a) - (timezone(zone, a) - to_months(months) - to_days(days))))) = timezone(zone, a) - to_months(months) - to_days(days)
    then timezone('UTC', timezone('UTC', a) - (timezone(zone, a) - (timezone(zone, a) - to_months(months) - to_days(days))))
    else timezone(zone, timezone(zone, a) - to_months(months) - to_days(days))
end;

-- Whether a text has, starts with or ends with another, or matches an expression of RE2 somewhere.
create or replace macro text_contains(a, b) as contains(a, b);

create or replace macro text_starts(a, b) as starts_with(a, b);

create or replace macro text_ends(a, b) as suffix(a, b);

create or replace macro text_matches(a, pattern) as regexp_matches(a, pattern);

-- A list of words is a JSON array.
create or replace macro words_have(words, word) as list_contains(cast(cast(words as json) as varchar[]), word);

create or replace macro words_count(words) as json_array_length(words);

-- Kilometres from a place, `latitude,longitude`, to a point: great circle by the haversine formula.
create or replace macro km_to(place, latitude, longitude) as
2 * 6371.0088 * asin(sqrt(least(1,
    pow(sin(radians(cast(latitude as double) - cast(split_part(place, ',', 1) as double)) / 2), 2)
    + cos(radians(cast(split_part(place, ',', 1) as double))) * cos(radians(cast(latitude as double)))
        * pow(sin(radians(cast(longitude as double) - cast(split_part(place, ',', 2) as double)) / 2), 2))));

-- A sum of doubles that hardly depends on their order.
create or replace macro sum_of_doubles(a) as fsum(a);

-- The names in a JSON object, a row each.
create or replace macro property_names(properties) as unnest(json_keys(properties));

-- Seconds since midnight of an instant in a zone.
create or replace macro second_of_day(instant, zone) as
cast(extract(hour from timezone(zone, instant)) * 3600 + extract(minute from timezone(zone, instant)) * 60
    + floor(extract(second from timezone(zone, instant))) as integer);
-- The number of a stretch of so many seconds of the clock, one more for the next.
create or replace macro time_slot(instant, seconds) as epoch_us(instant) // (seconds * 1000000);

-- An instant as the clocks of a zone show it.
create or replace macro local_time(instant, zone) as timezone(zone, instant);

-- 1 for Monday to 7 for Sunday.
create or replace macro weekday_of(a) as cast(isodow(a) as integer);

-- The kind of a device: what a file calls it, or what a browser says of itself as mobile, tablet or desktop.
create or replace macro device_kind(device) as
case
    when not contains(device, '/') then device
    when regexp_matches(lower(device), 'ipad|tablet') then 'tablet'
    when regexp_matches(lower(device), 'mobi|android|iphone') then 'mobile'
    else 'desktop'
end;
-- The value with the smallest key; of several the first by the alphabet. A value that is null does not count.
create or replace macro first_by(value, key) as
arg_min(value, struct_pack(key := key, value := value)) filter (where value is not null);

-- A number from 0 to under 1, always the same for a name and as if drawn for each.
create or replace macro drawn_for(name) as cast(hash(name, 'drawn') % 1000000 as double) / 1000000;
