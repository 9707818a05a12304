package io.filon.intake;

import io.filon.intake.plan.ColumnPlan;
import io.filon.intake.plan.Doubt;
import io.filon.intake.plan.FilePlan;
import io.filon.intake.plan.Plan;
import io.filon.intake.plan.Role;
import io.filon.intake.plan.ValueFormat.Numeric;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Doubts that only the values show: amounts with more decimals than money keeps.
final class ValueDoubts {

    private static final Set<Role> MONEY = EnumSet.of(
            Role.AMOUNT,
            Role.LIST_AMOUNT,
            Role.UNIT_PRICE,
            Role.UNIT_LIST_PRICE,
            Role.DISCOUNT,
            Role.COST,
            Role.UNIT_COST,
            Role.PROFIT,
            Role.ORDER_TOTAL,
            Role.ORDER_SUBTOTAL,
            Role.DEAL_AMOUNT,
            Role.REFUNDED);

    private final Store store;
    private final Plan plan;

    ValueDoubts(Store store, Plan plan) {
        this.store = store;
        this.plan = plan;
    }

    List<Doubt> find() {
        List<Doubt> doubts = new ArrayList<>();
        for (FilePlan file : plan.files()) {
            for (ColumnPlan column : file.columns()) {
                if (MONEY.contains(column.role()) && !file.raw().streamed()) {
                    decimals(file, column, doubts);
                }
            }
        }
        return doubts;
    }

    private void decimals(FilePlan file, ColumnPlan column, List<Doubt> doubts) {
        char mark = column.format() instanceof Numeric numeric ? numeric.decimal() : '.';
        long rows = store.number(Sql.of(
                "select count(*) from %1$s where length(c%2$d) - strpos(c%2$d, '%3$s') > 4 and regexp_matches(c%2$d, '[%3$s][0-9]{4}[0-9]*[1-9]')"
                        .formatted(file.raw().table(), column.index(), mark)));
        if (rows > 0) {
            doubts.add(new Doubt("money_decimals", file.raw().file(), column.header(), 2, List.of(rows)));
        }
    }
}
