package io.filon.discovery.lens;

import io.filon.discovery.confirm.Finding;
import io.filon.discovery.confirm.Findings;
import io.filon.discovery.lens.HiddenSegments.Group;
import io.filon.discovery.lens.HiddenSegments.Side;
import io.filon.discovery.search.Condition;
import io.filon.rule.NamedRule;
import io.filon.rule.read.RuleYaml;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Writes what was found: `hidden_tests` (a row a lens), `hidden_segments` (a row a group), `hidden_conditions` and
/// `hidden_members` (what describes a group, and who is in it).
final class HiddenAnswers {

    private final Store store;
    private final List<Sql> tests = new ArrayList<>();
    private final List<Shown> shown = new ArrayList<>();

    HiddenAnswers(Store store) {
        this.store = store;
        store.run(Sql.of("create or replace table hidden_tests (lens varchar, state varchar, customers bigint, "
                + "every_nth integer, attributes bigint, depth integer, least integer, candidates double, "
                + "base_mean decimal(18, 4), first_net decimal(18, 4), needed bigint, suspects varchar)"));
        store.run(Sql.of("create or replace table hidden_segments (lens varchar, side varchar, place integer, "
                + "grade varchar, customers bigint, mean decimal(18, 4), low decimal(18, 4), high decimal(18, 4), "
                + "held integer, periods integer, best_share double, to_settle bigint, p_adjusted double, "
                + "handle varchar, rule varchar, count_sql varchar)"));
        store.run(Sql.of("create or replace table hidden_conditions (lens varchar, side varchar, place integer, "
                + "number integer, attribute varchar, named boolean, spoken boolean, kind varchar, value varchar, "
                + "low double, high double, handle varchar)"));
        store.run(Sql.of("create or replace table hidden_members (lens varchar, side varchar, place integer, "
                + "customer_id varchar)"));
    }

    void nothingToCompare(Lens lens, LensBase base, String state) {
        test(lens, state, base, 0, 0, 0, 0);
    }

    void found(Lens lens, LensBase base, List<Side> sides) {
        Findings found = sides.getFirst().found();
        boolean any = sides.stream().anyMatch(side -> !side.groups().isEmpty());
        test(
                lens,
                any ? "found" : "nothing",
                base,
                found.depth(),
                found.minCustomers(),
                found.candidates(),
                Needed.of(base.compared(), found));
        Map<String, LensAttribute> used = new LinkedHashMap<>();
        sides.forEach(side -> side.groups()
                .forEach(group -> group.attributes().forEach(attribute -> used.put(attribute.fact(), attribute))));
        if (!any) {
            return;
        }
        LensTable table = new LensTable(store, lens, used.values());
        for (Side side : sides) {
            for (int place = 0; place < side.groups().size(); place++) {
                shown.add(new Shown(lens, side.name(), place, side.groups().get(place), table));
            }
        }
    }

    private record Shown(Lens lens, String side, int place, Group group, LensTable table) {

        NamedRule rule() {
            return table.rule(group.finding());
        }
    }

    private record Count(String lens, String side, int place, long customers) {}

    /// After all lenses. Few statements: each costs more than the rows it carries.
    void write() {
        store.run(Sql.of("insert into hidden_tests values ").then(Sql.join(tests, ", ")));
        if (shown.isEmpty()) {
            return;
        }
        List<Sql> members = shown.stream()
                .map(each -> each.table.members(each.rule(), each.side, each.place))
                .toList();
        store.run(Sql.of("insert into hidden_members ").then(Sql.join(members, " union all ")));
        Map<List<Object>, Long> counts = new HashMap<>();
        store.query(
                        Sql.of("select lens, side, place, count(*) as customers from hidden_members "
                                + "group by lens, side, place"),
                        Count.class)
                .forEach(count -> counts.put(List.of(count.lens, count.side, count.place), count.customers));
        List<Sql> segments = new ArrayList<>();
        List<Sql> conditions = new ArrayList<>();
        for (Shown each : shown) {
            long customers = counts.getOrDefault(List.<Object>of(each.lens.id(), each.side, each.place), 0L);
            segments.add(segment(each, customers));
            for (int number = 0; number < each.group.attributes().size(); number++) {
                conditions.add(condition(each.lens, each.side, each.place, number, each.group));
            }
        }
        store.run(Sql.of("insert into hidden_segments values ").then(Sql.join(segments, ", ")));
        store.run(Sql.of("insert into hidden_conditions values ").then(Sql.join(conditions, ", ")));
    }

    private void test(Lens lens, String state, LensBase base, int depth, int least, double candidates, long needed) {
        double mean = Arrays.stream(base.net()).average().orElse(0);
        tests.add(Sql.of(
                "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                lens.id(),
                state,
                base.customers(),
                base.everyNth(),
                (long) base.columns().size(),
                depth,
                least,
                candidates,
                money(mean),
                money(base.firstNet()),
                needed,
                String.join(
                        "\n",
                        base.suspects().stream().map(LensAttribute::attribute).toList())));
    }

    private static Sql segment(Shown shown, long customers) {
        Finding finding = shown.group.finding();
        NamedRule rule = shown.rule();
        return Sql.of(
                "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                shown.lens.id(),
                shown.side,
                shown.place,
                finding.grade().name().toLowerCase(Locale.ROOT),
                customers,
                money(finding.mean()),
                money(finding.low()),
                money(finding.high()),
                finding.held(),
                finding.periods(),
                finding.bestShare(),
                finding.toSettle(),
                finding.pAdjusted(),
                Handle.best(shown.group.handles()).id(),
                RuleYaml.print(rule),
                shown.table.totals(rule));
    }

    private static Sql condition(Lens lens, String side, int place, int number, Group group) {
        LensAttribute attribute = group.attributes().get(number);
        Said said = said(group.finding().conditions().get(number), group.whole(number));
        return Sql.of(
                "(?, ?, ?, ?, ?, ?, ?, ?, ?, try_cast(? as double), try_cast(? as double), ?)",
                lens.id(),
                side,
                place,
                number,
                attribute.attribute(),
                attribute.named(),
                attribute.spoken(),
                said.kind,
                said.value,
                // a bound there is none of travels as text that is none
                String.valueOf(said.low),
                String.valueOf(said.high),
                group.handles().get(number).id());
    }

    private record Said(String kind, String value, double low, double high) {}

    /// @param whole whether the attribute counts, so that over 33 and up to 59 is 34 to 59
    private static Said said(Condition condition, boolean whole) {
        return switch (condition) {
            case Condition.Is(String _, String value) -> new Said("is", value, Double.NaN, Double.NaN);
            case Condition.AtMost(String _, double bound) -> new Said("at_most", "", Double.NaN, bound);
            case Condition.Above(String _, double bound) -> new Said("above", "", bound, Double.NaN);
            case Condition.Within(String _, double low, double high) ->
                !whole
                        ? new Said("within", "", low, high)
                        : new Said(low + 1 == high ? "exactly" : "from_to", "", low + 1, high);
            case Condition.NotStated _ -> new Said("not_stated", "", Double.NaN, Double.NaN);
        };
    }

    private static BigDecimal money(double amount) {
        // an interval without end, of what is only a lead, is kept as far as money goes
        double finite = Math.clamp(amount, -9e12, 9e12);
        return BigDecimal.valueOf(finite).setScale(4, RoundingMode.HALF_UP);
    }
}
