package io.filon.rule.sql;

import io.filon.rule.Sequence;
import io.filon.rule.Span;
import io.filon.store.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// How often a sequence was completed, set by set: the events that take part with how often each step has been seen,
/// from every start the next event taken step by step, and of the matches those that follow one another.
///
/// Runs of one key are `moment_id, run`; a place is an event's number in its run. Cost: a sort of the events; a step
/// that repeats with different values, or has a least time, compares each start with the later events of its run.
record SequenceSql(Reading reading, Clock clock) {

    private static final String RUN = "%1$s.moment_id = %2$s.moment_id and %1$s.run = %2$s.run";

    String table(Sequence sequence) {
        String events = events(sequence);
        String matches = switch (sequence.order()) {
            case THEN -> then(sequence, events);
            case AT_ONCE -> atOnce(sequence, events);
            case ANY -> anyOrder(sequence, events);
        };
        String jumps = table("jumps", """
                    select a.moment_id, a.run, a.start, min(b.start) as next_start
                    from %1$s a
                    join %1$s b on %2$s and b.start > a.last and (b.start_at > a.end_at or a.end_at = a.last_at)
                    group by a.moment_id, a.run, a.start""".formatted(matches, RUN.formatted("b", "a")));
        String chain = reading.query()
                .recursive(
                        "chain",
                        Sql.of(
                                "    select moment_id, run, min(start) as start\n    from %s\n    group by moment_id, run"
                                        .formatted(matches)),
                        Sql.of(
                                "    select j.moment_id, j.run, j.next_start\n    from $ c\n    join %s j on %s and j.start = c.start"
                                        .formatted(jumps, RUN.formatted("j", "c"))));
        return counted(matches, chain);
    }

    private String table(String kind, String select) {
        return reading.query().table(kind, Sql.of(select));
    }

    /// Matches belong to the window in which they start.
    private String counted(String matches, String chain) {
        Sql select = Sql.of("""
                    select c.moment_id, count(*) as value
                    from %1$s c
                    join %2$s s on %3$s and s.start = c.start
                    where s.in_window = 1
                    group by c.moment_id""".formatted(chain, matches, RUN.formatted("s", "c")));
        return reading.query().table("times", select);
    }

    /// The events that take part, with what each is: `is_2`, how often until it: `seen_2`, and for what must not
    /// follow, when it next does: `next_2`.
    private String events(Sequence sequence) {
        List<String> names = sequence.steps().stream()
                .flatMap(step -> step.names().stream())
                .distinct()
                .toList();
        Selection all = Selection.gross(reading, clock, names);
        all.where(clock.isBeforeNow("e.occurred_at"));
        if (sequence.order() != Sequence.Order.AT_ONCE) {
            all.where(Selection.isNamed(names));
        }
        Sql run = Sql.of("0");
        if (!sequence.same().isEmpty()) {
            run = all.anyProperty(sequence.same()).orElseThrow().sql();
            all.where(Sql.of("(").then(run).then(Sql.of(") is not null")));
        }
        Sql columns = Sql.of(
                        "    select %s as moment_id, ".formatted(all.scope().key()))
                .then(run)
                .then(Sql.of(" as run, e.occurred_at as occurred_at, e.seq as seq, "))
                .then(clock.now())
                .then(Sql.of(" as now_at, case when "))
                .then(clock.hasHappened("e.occurred_at", sequence.window()))
                .then(Sql.of(" then 1 else 0 end as in_window"));
        List<Sequence.Step> steps = sequence.steps();
        for (int k = 0; k < steps.size(); k++) {
            columns = columns.then(step(all.scope(), sequence.order(), steps.get(k), k));
        }
        String marked = reading.query().table("marked", columns.then(all.fromWhere()));
        String placed = table("placed", """
                    select *, row_number() over (partition by moment_id, run order by occurred_at, seq) as place
                    from %s""".formatted(marked));
        String seen = java.util.stream.IntStream.range(0, steps.size())
                .mapToObj(k -> seen(sequence.order(), k))
                .collect(Collectors.joining());
        return table("seen", "    select *%s\n    from %s".formatted(seen, placed));
    }

    private Sql step(Scope scope, Sequence.Order order, Sequence.Step step, int k) {
        Selection own = Selection.within(scope, step.names());
        Sql is = Selection.isNamed(step.names()).then(Sql.of(" and ")).then(new FilterSql(own).passes(step.where()));
        Sql value = Sql.of("");
        if (order == Sequence.Order.THEN
                && step instanceof Sequence.Did did
                && !did.distinct().isEmpty()) {
            Value distinct = own.property(did.distinct());
            is = is.then(Sql.of(" and (")).then(distinct.sql()).then(Sql.of(") is not null"));
            value = Sql.of(", ").then(distinct.sql()).then(Sql.of(" as value_%d".formatted(k)));
        }
        return Sql.of(", case when ")
                .then(is)
                .then(Sql.of(" then 1 else 0 end as is_%d".formatted(k)))
                .then(value);
    }

    private static String seen(Sequence.Order order, int k) {
        String over = "over (partition by moment_id, run order by place rows between";
        return switch (order) {
            case THEN -> """
                    ,
                        sum(is_%1$d) %2$s unbounded preceding and current row) as seen_%1$d,
                        min(case when is_%1$d = 1 then occurred_at end) %2$s 1 following and unbounded following) as next_%1$d""".formatted(k, over);
            case AT_ONCE ->
                ", lead(is_%1$d, %1$d) over (partition by moment_id, run order by place) as ahead_%1$d".formatted(k);
            case ANY ->
                ", min(case when is_%1$d = 1 then place end) %2$s current row and unbounded following) as place_%1$d"
                        .formatted(k, over);
        };
    }

    private String then(Sequence sequence, String events) {
        List<Sequence.Step> steps = sequence.steps();
        String taken = table("taken", """
                    select moment_id, run, in_window, now_at, place as start, occurred_at as start_at,
                        place as taken, occurred_at as taken_at
                    from %s
                    where is_0 = 1""".formatted(events));
        if (steps.getFirst() instanceof Sequence.Did first && first.times() > 1) {
            taken = take(events, taken, first, 0, List.of());
        }
        List<Integer> absent = new ArrayList<>();
        for (int k = 1; k < steps.size(); k++) {
            if (steps.get(k) instanceof Sequence.Did did) {
                taken = take(events, taken, did, k, absent);
                absent.clear();
            } else {
                absent.add(k);
            }
        }
        return waited(sequence, events, taken, absent);
    }

    /// The next event taken from each start. The first step counts its start.
    private String take(String events, String taken, Sequence.Did step, int k, List<Integer> absent) {
        boolean first = k == 0;
        boolean plain = first || step.after().isNone();
        boolean distinct = !step.distinct().isEmpty() && (step.times() > 1 || !plain);
        String next = "t.is_%1$d = 1 and t.seen_%1$d = a.seen_%1$d + %2$d".formatted(k, step.times() - (first ? 1 : 0));
        String join = "";
        if (distinct || !plain) {
            String chosen = distinct ? chosenDistinct(events, taken, step, k) : chosenLater(events, taken, step, k);
            join = "\n    join %s n on %s and n.start = p.start".formatted(chosen, RUN.formatted("n", "p"));
            next = "t.place = n.next_place";
        }
        List<String> checks = new ArrayList<>(List.of("1 = 1"));
        if (!first && !step.within().isNone()) {
            checks.add("t.occurred_at <= seconds_after(p.taken_at, %d)".formatted(seconds(step.within())));
        }
        absent.forEach(j -> checks.add("t.seen_%1$d - t.is_%1$d = a.seen_%1$d".formatted(j)));
        return table("taken", """
                    select p.moment_id, p.run, p.in_window, p.now_at, p.start, p.start_at,
                        t.place as taken, t.occurred_at as taken_at
                    from %1$s p
                    join %2$s a on %3$s and a.place = p.taken%4$s
                    join %2$s t on %5$s and %6$s
                    where %7$s""".formatted(
                        taken,
                        events,
                        RUN.formatted("a", "p"),
                        join,
                        RUN.formatted("t", "p"),
                        next,
                        String.join(" and ", checks)));
    }

    private String chosenLater(String events, String taken, Sequence.Did step, int k) {
        return table("chosen", """
                    select p.moment_id, p.run, p.start, min(t.place) as next_place
                    from %1$s p
                    join %2$s a on %3$s and a.place = p.taken
                    join %2$s t on %4$s and t.is_%5$d = 1 and t.seen_%5$d >= a.seen_%5$d + %6$d
                        and t.occurred_at >= seconds_after(p.taken_at, %7$d)
                    group by p.moment_id, p.run, p.start""".formatted(
                        taken,
                        events,
                        RUN.formatted("a", "p"),
                        RUN.formatted("t", "p"),
                        k,
                        step.times(),
                        seconds(step.after())));
    }

    /// Of the later events of the step only the first with each value counts.
    private String chosenDistinct(String events, String taken, Sequence.Did step, int k) {
        String from = k == 0 ? "t.place >= p.start" : "t.place > p.taken";
        String late = k == 0 || step.after().isNone()
                ? ""
                : " and occurred_at >= seconds_after(taken_at, %d)".formatted(seconds(step.after()));
        String firsts = table("firsts", """
                    select p.moment_id, p.run, p.start, p.taken_at, min(t.place) as place, min(t.occurred_at) as occurred_at
                    from %1$s p
                    join %2$s t on %3$s and t.is_%4$d = 1 and %5$s
                    group by p.moment_id, p.run, p.start, p.taken_at, t.value_%4$d""".formatted(taken, events, RUN.formatted("t", "p"), k, from));
        return table("chosen", """
                    select moment_id, run, start, min(place) as next_place
                    from (
                        select *, row_number() over (partition by moment_id, run, start order by place) as nth
                        from %s
                    ) counted
                    where nth >= %d%s
                    group by moment_id, run, start""".formatted(firsts, step.times(), late));
    }

    /// What must not be done after the last event has not been, and there is no time left to do it.
    private String waited(Sequence sequence, String events, String taken, List<Integer> absent) {
        List<String> checks = new ArrayList<>(List.of("1 = 1"));
        long longest = 0;
        for (int j : absent) {
            long seconds = seconds(((Sequence.NotDone) sequence.steps().get(j)).within());
            checks.add("coalesce(a.next_%1$d > seconds_after(p.taken_at, %2$d), true)".formatted(j, seconds));
            checks.add("seconds_after(p.taken_at, %d) <= p.now_at".formatted(seconds));
            longest = Math.max(longest, seconds);
        }
        String end = "seconds_after(p.taken_at, %d)".formatted(longest);
        if (!sequence.within().isNone()) {
            checks.add("%s <= seconds_after(p.start_at, %d)".formatted(end, seconds(sequence.within())));
        }
        return table(
                "matches", """
                    select p.moment_id, p.run, p.in_window, p.start, p.start_at,
                        p.taken as last, p.taken_at as last_at, %s as end_at
                    from %s p
                    join %s a on %s and a.place = p.taken
                    where %s""".formatted(end, taken, events, RUN.formatted("a", "p"), String.join(" and ", checks)));
    }

    private String atOnce(Sequence sequence, String events) {
        int n = sequence.steps().size();
        String all = java.util.stream.IntStream.range(0, n)
                .mapToObj("p.ahead_%d = 1"::formatted)
                .collect(Collectors.joining(" and "));
        return bare(sequence, events, "p.place + %d".formatted(n - 1), all);
    }

    private String anyOrder(Sequence sequence, String events) {
        int n = sequence.steps().size();
        String any = java.util.stream.IntStream.range(0, n)
                .mapToObj("p.is_%d = 1"::formatted)
                .collect(Collectors.joining(" or "));
        List<String> places = java.util.stream.IntStream.range(0, n)
                .mapToObj("p.place_%d"::formatted)
                .toList();
        String known = places.stream().map(place -> place + " is not null").collect(Collectors.joining(" and "));
        return bare(
                sequence,
                events,
                "greatest(%s)".formatted(String.join(", ", places)),
                "(%s) and %s".formatted(any, known));
    }

    private String bare(Sequence sequence, String events, String last, String where) {
        String within = sequence.within().isNone()
                ? ""
                : " and t.occurred_at <= seconds_after(p.occurred_at, %d)".formatted(seconds(sequence.within()));
        return table("matches", """
                    select p.moment_id, p.run, p.in_window, p.place as start, p.occurred_at as start_at,
                        t.place as last, t.occurred_at as last_at, t.occurred_at as end_at
                    from %1$s p
                    join %1$s t on %2$s and t.place = %3$s
                    where %4$s%5$s""".formatted(events, RUN.formatted("t", "p"), last, where, within));
    }

    private static long seconds(Span span) {
        return span.elapsed().toSeconds();
    }
}
