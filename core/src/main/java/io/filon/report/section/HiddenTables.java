package io.filon.report.section;

import io.filon.report.section.Hidden.Group;
import io.filon.report.section.Hidden.LeftOut;
import io.filon.report.section.Hidden.Lens;
import io.filon.store.Sql;
import io.filon.store.Store;
import io.filon.text.Phrase;
import io.filon.text.Phrase.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the hidden segments *discovery* found.
public final class HiddenTables {

    private static final int SHOWN = 5;
    private static final int LEADS_SHOWN = 3;

    private record Window(@Nullable LocalDate fromOn, LocalDate toOn, int windowDays) {}

    private record Test(
            String lens,
            String state,
            long customers,
            int depth,
            double candidates,
            BigDecimal baseMean,
            BigDecimal firstNet,
            long needed,
            String suspects) {}

    /// A group as its row tells, with whom of it can be reached.
    record Row(
            String lens,
            String side,
            int place,
            String grade,
            long customers,
            BigDecimal mean,
            BigDecimal low,
            BigDecimal high,
            int held,
            int periods,
            double bestShare,
            long toSettle,
            String handle,
            String rule,
            String countSql,
            long withEmail,
            long withPhone) {

        /// What the group leaves beyond what as many of all would.
        BigDecimal extra(BigDecimal baseMean) {
            return mean.subtract(baseMean).multiply(BigDecimal.valueOf(customers));
        }
    }

    private record Out(String lens, String why, @Nullable String channel, long customers) {}

    private final Store store;

    public HiddenTables(Store store) {
        this.store = store;
    }

    public Hidden hidden() {
        if (!store.tables().contains("hidden_tests")) {
            return new Hidden(null, null, 0, List.of());
        }
        Window window = store.read("outcome_window", Window.class).getFirst();
        List<Row> rows = rows();
        List<Out> out = store.read("lens_left_out", Out.class);
        return new Hidden(
                window.fromOn,
                window.fromOn == null ? null : window.toOn,
                window.windowDays,
                store.read("hidden_tests", Test.class).stream()
                        .filter(test -> !test.lens.equals("attract_contact") || test.customers > 0)
                        .map(test -> lens(test, window, rows, out))
                        .toList());
    }

    // one refusal is enough; without a word on consent an address counts
    private List<Row> rows() {
        return store.query(Sql.of("""
                with people as (
                    select coalesce(units.unit_id, customers.customer_id) as customer_id,
                        bool_or(email is not null) as email, bool_or(phone is not null) as phone
                    from customers left join units on units.customer_id = customers.customer_id
                    group by coalesce(units.unit_id, customers.customer_id)
                ),
                refused as (
                    select customer_id, bool_or(channel = 'email') as email, bool_or(channel = 'phone') as phone
                    from consents where not granted group by customer_id
                ),
                reach as (
                    select hidden_members.lens, hidden_members.side, hidden_members.place,
                        count(*) filter (where people.email and not coalesce(refused.email, false)) as with_email,
                        count(*) filter (where people.phone and not coalesce(refused.phone, false)) as with_phone
                    from hidden_members
                    left join people on people.customer_id = hidden_members.customer_id
                    left join refused on refused.customer_id = hidden_members.customer_id
                    group by hidden_members.lens, hidden_members.side, hidden_members.place
                )
                select hidden_segments.*, coalesce(reach.with_email, 0) as with_email,
                    coalesce(reach.with_phone, 0) as with_phone
                from hidden_segments
                left join reach on reach.lens = hidden_segments.lens and reach.side = hidden_segments.side
                    and reach.place = hidden_segments.place
                order by hidden_segments.lens, hidden_segments.side, hidden_segments.place
                """), Row.class);
    }

    private Lens lens(Test test, Window window, List<Row> all, List<Out> out) {
        List<Row> rows = all.stream().filter(row -> row.lens.equals(test.lens)).toList();
        HiddenWords words = new HiddenWords(store, test.lens, test.baseMean);
        List<Row> confirmed =
                rows.stream().filter(row -> row.grade.equals("confirmed")).toList();
        List<Group> profitable = shown(confirmed, "high", test, words);
        List<Group> losing = shown(confirmed, "low", test, words);
        String state = window.fromOn == null
                ? "no_window"
                : test.state.equals("found") && confirmed.isEmpty() ? "nothing" : test.state;
        return new Lens(
                test.lens,
                state,
                test.customers,
                test.candidates,
                test.depth,
                test.baseMean,
                test.lens.equals("attract_order") ? test.firstNet : null,
                test.needed == 0 ? null : test.needed,
                summary(state, test, profitable.size() + losing.size()),
                profitable,
                losing,
                rows.stream()
                        .filter(row -> row.grade.equals("lead"))
                        .limit(LEADS_SHOWN)
                        .map(row -> words.group(row, test.customers))
                        .toList(),
                out.stream()
                        .filter(left -> left.lens.equals(test.lens))
                        .map(left -> new LeftOut(left.why, left.channel, left.customers))
                        .toList(),
                Arrays.stream(test.suspects.split("\n", -1))
                        .filter(name -> !name.isEmpty())
                        .toList());
    }

    private static List<Group> shown(List<Row> confirmed, String side, Test test, HiddenWords words) {
        return shown(confirmed, side, test.baseMean).stream()
                .map(row -> words.group(row, test.customers))
                .toList();
    }

    /// Those with most money behind them.
    private static List<Row> shown(List<Row> confirmed, String side, BigDecimal mean) {
        Comparator<Row> byMoney = Comparator.comparing(row -> row.extra(mean).abs());
        return confirmed.stream()
                .filter(row -> row.side.equals(side))
                .sorted(byMoney.reversed())
                .limit(SHOWN)
                .toList();
    }

    /// A group the report shows, under the name of its list: `hidden_grow_more_1` is the first of those in whom to
    /// invest.
    public record Listed(String name, String lens, String side, int place, Phrase who) {}

    /// The confirmed groups in the order the report shows them.
    public List<Listed> listed() {
        if (!store.tables().contains("hidden_segments")) {
            return List.of();
        }
        List<Row> confirmed =
                rows().stream().filter(row -> row.grade.equals("confirmed")).toList();
        List<Listed> listed = new ArrayList<>();
        for (Test test : store.read("hidden_tests", Test.class)) {
            HiddenWords words = new HiddenWords(store, test.lens, test.baseMean);
            List<Row> ofLens =
                    confirmed.stream().filter(row -> row.lens.equals(test.lens)).toList();
            for (String side : List.of("high", "low")) {
                int number = 1;
                for (Row row : shown(ofLens, side, test.baseMean)) {
                    String name =
                            "hidden_%s_%s_%d".formatted(test.lens, side.equals("high") ? "more" : "less", number++);
                    listed.add(new Listed(
                            name,
                            row.lens,
                            row.side,
                            row.place,
                            words.group(row, test.customers).who()));
                }
            }
        }
        return listed;
    }

    private static Phrase summary(String state, Test test, int groups) {
        Value needed = about(test.needed);
        return switch (state) {
            case "found" ->
                Phrase.of(
                        "hidden.found",
                        new Value.Count(groups),
                        new Value.Count((long) test.candidates),
                        new Value.Count(test.customers));
            case "nothing" ->
                Phrase.of(
                        test.needed == 0
                                ? "hidden.nothing"
                                : test.needed > test.customers ? "hidden.nothing.needs" : "hidden.nothing.seen",
                        new Value.Count((long) test.candidates),
                        new Value.Count(test.customers),
                        needed);
            default -> Phrase.of("hidden." + state, new Value.Count(test.customers));
        };
    }

    /// Two leading digits: what is said with "about".
    private static Value about(long count) {
        long unit = (long) Math.pow(10, Math.max(0, Long.toString(count).length() - 2));
        return new Value.Count(Math.round((double) count / unit) * unit);
    }
}
