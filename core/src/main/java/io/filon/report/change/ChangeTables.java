package io.filon.report.change;

import io.filon.report.change.Baseline.Group;
import io.filon.report.change.Baseline.Said;
import io.filon.report.change.Change.FindingChange;
import io.filon.report.change.Change.GroupChange;
import io.filon.store.Sql;
import io.filon.store.Store;
import io.filon.text.Phrase;
import io.filon.text.Phrase.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Sets one audit beside another.
final class ChangeTables {

    private record Moved(String groupName, boolean entered, long customers, BigDecimal amount) {}

    private final Store store;

    ChangeTables(Store store) {
        this.store = store;
    }

    /// @param named whether `changed_members` holds who entered and left
    Change change(Baseline before, Baseline now, boolean named) {
        return new Change(
                before.asOf(),
                before.origin(),
                before.buyers(),
                now.buyers(),
                before.revenue(),
                now.revenue(),
                before.net(),
                now.net(),
                groups(before, now, named),
                findings(before, now),
                named ? null : Phrase.of("change.why." + before.origin()));
    }

    private List<GroupChange> groups(Baseline before, Baseline now, boolean named) {
        Map<String, Map<Boolean, Moved>> moves = named ? moves() : Map.of();
        List<GroupChange> changes = new ArrayList<>();
        for (Group group : now.groups()) {
            Group was = before.group(group.name()).orElseGet(() -> new Group(group.name(), 0, BigDecimal.ZERO));
            Map<Boolean, Moved> moved = moves.getOrDefault(group.name(), Map.of());
            changes.add(new GroupChange(
                    group.name(),
                    was.customers(),
                    group.customers(),
                    named ? customers(moved.get(true)) : null,
                    named ? customers(moved.get(false)) : null,
                    was.amount(),
                    group.amount(),
                    named ? amount(moved.get(true)) : null,
                    named ? amount(moved.get(false)) : null));
        }
        return changes;
    }

    private Map<String, Map<Boolean, Moved>> moves() {
        return store
                .query(
                        Sql.of("select group_name, entered, count(*) as customers, "
                                + "cast(coalesce(sum(amount), 0) as decimal(18, 4)) as amount "
                                + "from changed_members group by group_name, entered"),
                        Moved.class)
                .stream()
                .collect(Collectors.groupingBy(
                        Moved::groupName, Collectors.toMap(Moved::entered, moved -> moved, (one, same) -> one)));
    }

    private static Long customers(@Nullable Moved moved) {
        return moved == null ? 0L : moved.customers;
    }

    private static BigDecimal amount(@Nullable Moved moved) {
        return moved == null ? BigDecimal.ZERO : moved.amount;
    }

    private static List<FindingChange> findings(Baseline before, Baseline now) {
        List<FindingChange> changes = new ArrayList<>();
        for (Said said : before.findings()) {
            changes.add(now.finding(said.code())
                    .map(still -> new FindingChange(
                            said.code(),
                            "held",
                            said.money(),
                            still.money(),
                            sentence("held", said.code(), said.money(), still.money())))
                    .orElseGet(() -> new FindingChange(
                            said.code(),
                            "died",
                            said.money(),
                            null,
                            sentence("died", said.code(), said.money(), BigDecimal.ZERO))));
        }
        now.findings().stream()
                .filter(said -> before.finding(said.code()).isEmpty())
                .forEach(said -> changes.add(new FindingChange(
                        said.code(),
                        "new",
                        null,
                        said.money(),
                        sentence("new", said.code(), BigDecimal.ZERO, said.money()))));
        return changes;
    }

    private static Phrase sentence(String verdict, String code, BigDecimal before, BigDecimal now) {
        return Phrase.of(
                "change.finding." + verdict,
                new Value.Word("finding_name." + code),
                new Value.Money(before),
                new Value.Money(now));
    }
}
