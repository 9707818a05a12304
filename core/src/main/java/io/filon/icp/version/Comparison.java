package io.filon.icp.version;

import io.filon.discovery.lens.Lens;
import io.filon.discovery.lens.LensBase;
import io.filon.discovery.lens.LensReader;
import io.filon.discovery.lens.LensTable;
import io.filon.icp.claim.Measured;
import io.filon.rule.check.CheckedRule;
import io.filon.stats.MeanRange;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What changed from one version to another, and what that moved, on today's customers of the lens.
///
/// @param same whether both rules say the same
/// @param ruleBefore,ruleAfter who is one, checked against what the lens knows today
/// @param netBefore,netAfter,netEntering,netLeaving left by one of them in the lens's window; null with too few
public record Comparison(
        Version before,
        Version after,
        CheckedRule ruleBefore,
        CheckedRule ruleAfter,
        boolean same,
        int customersBefore,
        int customersAfter,
        int entering,
        int leaving,
        @Nullable Measured netBefore,
        @Nullable Measured netAfter,
        @Nullable Measured netEntering,
        @Nullable Measured netLeaving) {

    private static final int MOST = 1_000_000;
    private static final int LEAST = 30;

    /// @throws FilonException when a rule asks what today's files do not tell
    public static Comparison of(Store store, Version before, Version after) {
        Lens lens = Lens.valueOf(after.lens().toUpperCase(Locale.ROOT));
        LensBase base = new LensReader(store, lens, MOST).read(LEAST);
        LensTable table = new LensTable(store, lens, base.attributes());
        CheckedRule ruleBefore = CheckedRule.check(before.rule(), table.catalogue());
        CheckedRule ruleAfter = CheckedRule.check(after.rule(), table.catalogue());
        Set<String> first = members(store, table, ruleBefore);
        Set<String> second = members(store, table, ruleAfter);
        Set<String> entering = new HashSet<>(second);
        entering.removeAll(first);
        Set<String> leaving = new HashSet<>(first);
        leaving.removeAll(second);
        Map<String, Double> net = new HashMap<>();
        store.scan(
                Sql.of("select customer_id, cast(net as double) from " + Sql.name(lens.table())),
                row -> net.put(String.valueOf(row.text(0)), row.number(1)));
        return new Comparison(
                before,
                after,
                ruleBefore,
                ruleAfter,
                before.says(after.rule()),
                first.size(),
                second.size(),
                entering.size(),
                leaving.size(),
                mean(net, first),
                mean(net, second),
                mean(net, entering),
                mean(net, leaving));
    }

    private static Set<String> members(Store store, LensTable table, CheckedRule rule) {
        Set<String> members = new HashSet<>();
        store.scan(table.members(rule), row -> members.add(String.valueOf(row.text(0))));
        return members;
    }

    private static @Nullable Measured mean(Map<String, Double> net, Set<String> of) {
        double[] values = of.stream()
                .sorted()
                .mapToDouble(customer -> net.getOrDefault(customer, 0.0))
                .toArray();
        return values.length < MeanRange.FEWEST ? null : Measured.of(MeanRange.of(values), values.length);
    }
}
