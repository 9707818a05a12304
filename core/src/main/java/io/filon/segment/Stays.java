package io.filon.segment;

import io.filon.rule.NamedRule;
import io.filon.rule.Range;
import io.filon.rule.Rule;
import io.filon.rule.check.CheckedRule;
import io.filon.rule.check.Segments;
import io.filon.rule.sql.RuleRun;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

// A workspace remembers who was in which segment on some days (`segment_memberships`); a rule asks from when to when
// somebody was. So a stay begins with the first day kept on which the customer is in, and ends with the first day kept
// on which they no longer are. Whoever was in when keeping began has always been in: that they came in on that very day
// is the one thing known to be untrue of most of them. For the day asked about the segment's rule is asked itself, so
// the answer does not depend on whether that day has been kept already.

/// Makes `rule_memberships` for what a rule asks of other segments' past.
final class Stays {

    private record Kept(LocalDate asOf, String numbers) {}

    private final Base base;
    private final Store store;
    private final Set<String> made = new HashSet<>();

    Stays(Base base) {
        this.base = base;
        this.store = base.store();
    }

    void make(CheckedRule rule) {
        Map<String, Rule> segments = rule.catalogue().segments();
        Set<String> names = new LinkedHashSet<>(Segments.of(rule.rule()));
        if (Segments.asksAll(rule.rule())) {
            store.stream(
                    Sql.of("select distinct segment_key from segment_memberships order by segment_key"),
                    row -> names.add(String.valueOf(row.get("segment_key"))));
        }
        boolean own = Segments.asksItself(rule.rule());
        if (names.isEmpty() && !own) {
            return;
        }
        RuleRun.memberships(store);
        if (own) {
            write(rule.name(), rule.name(), Optional.empty());
        }
        for (String name : names) {
            if (made.add(name) && segments.containsKey(name)) {
                NamedRule asked = new NamedRule(key(name, segments), segments.get(name));
                write(name, asked.name(), Optional.of(base.members(CheckedRule.check(asked, rule.catalogue()))));
            }
        }
    }

    /// Every name of a segment stands for its key.
    private static String key(String name, Map<String, Rule> segments) {
        return segments.get(name) instanceof Rule.Named(String key, var _) ? key : name;
    }

    /// @param name  as the rule says it
    /// @param today who is in by the rule as it is now; empty when that is what is being asked
    private void write(String name, String key, Optional<RoaringBitmap> today) {
        NavigableMap<LocalDate, RoaringBitmap> days = kept(key);
        today.ifPresent(members -> days.put(base.asOf(), RoaringBitmap.and(members, base.presentBy())));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        Map<Integer, LocalDate> since = new HashMap<>();
        RoaringBitmap before = new RoaringBitmap();
        for (Map.Entry<LocalDate, RoaringBitmap> day : days.entrySet()) {
            RoaringBitmap.andNot(day.getValue(), before).forEach((int number) -> since.put(number, day.getKey()));
            RoaringBitmap.andNot(before, day.getValue())
                    .forEach((int number) -> rows.add(Arrays.asList(number, since.remove(number), day.getKey())));
            before = day.getValue();
        }
        since.forEach((number, from) -> rows.add(Arrays.asList(number, from, null)));
        LocalDate first = days.isEmpty() ? base.asOf() : days.firstKey();
        write(name, first, rows);
    }

    private void write(String name, LocalDate first, List<List<@Nullable Object>> rows) {
        store.run(Sql.of("create or replace table segment_stays (customer_no integer, from_on date, end_on date)"));
        store.append("segment_stays", rows);
        store.run(Sql.of("delete from rule_memberships where segment = ?", name));
        store.run(Sql.of("""
                insert into rule_memberships
                select segment_customers.customer_id, ?,
                    case when segment_stays.from_on = ? then %s else start_of_day(segment_stays.from_on, run.zone) end,
                    coalesce(start_of_day(segment_stays.end_on, run.zone), %s)
                from segment_stays
                join segment_customers on segment_customers.customer_no = segment_stays.customer_no
                cross join run
                where segment_customers.customer_id is not null""".formatted(instant(Range.BEGINNING), instant(Range.FOREVER)), name, first));
        store.run(Sql.of("drop table segment_stays"));
    }

    private static String instant(Instant instant) {
        return "timestamp with time zone '%s'"
                .formatted(instant.toString().replace('T', ' ').replace("Z", "+00"));
    }

    /// By day before the one asked about, each as it was last decided, as the people of today.
    private NavigableMap<LocalDate, RoaringBitmap> kept(String key) {
        NavigableMap<LocalDate, RoaringBitmap> days = new TreeMap<>();
        if (!store.tables().contains("segment_memberships")) {
            return days;
        }
        store.query(
                        Sql.of(
                                "select as_of, numbers from segment_memberships where segment_key = ? and as_of < ? "
                                        + "and numbers <> '' qualify row_number() over "
                                        + "(partition by as_of order by decided_at desc nulls last) = 1",
                                key,
                                base.asOf()),
                        Kept.class)
                .forEach(kept -> days.put(kept.asOf, base.index().today(Numbers.parse(kept.numbers))));
        return days;
    }
}
