package io.filon.discovery.apart;

import io.filon.stats.permutation.Shares;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Writes what was found into `apart_tests` (one row a group) and `apart_traits` (one row a condition compared).
final class Answers {

    private final Store store;

    Answers(Store store) {
        this.store = store;
        store.run(Sql.of("create or replace table apart_tests (of_group varchar, state varchar, customers bigint, "
                + "members bigint, candidates bigint, draws bigint, visible_times double, members_needed bigint)"));
        store.run(Sql.of("create or replace table apart_traits (of_group varchar, place integer, attribute varchar, "
                + "named boolean, value varchar, spoken boolean, evidence varchar, grade varchar, score double, p double, "
                + "customers bigint, members bigint, share double, rest_share double, times double, times_low double, "
                + "times_high double, net_each decimal(18, 4), net_others decimal(18, 4), extra decimal(18, 4), "
                + "extra_without_best decimal(18, 4), needed bigint, survives_low_costs boolean, like_value varchar)"));
    }

    void write(Group group, Answer answer) {
        String name = name(group);
        store.run(Sql.of(
                "insert into apart_tests values (?, ?, ?, ?, ?, ?, ?, ?)",
                name,
                answer.state(),
                answer.customers(),
                answer.members(),
                answer.candidates(),
                answer.draws(),
                answer.visibleTimes(),
                answer.membersNeeded()));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Trait trait : answer.traits()) {
            rows.add(row(name, rows.size(), trait));
        }
        store.append("apart_traits", rows);
    }

    private static List<@Nullable Object> row(String group, int place, Trait trait) {
        Value value = trait.value();
        Shares shares = trait.shares();
        return Arrays.asList(
                group,
                place,
                value.attribute(),
                value.named(),
                value.value(),
                value.spoken(),
                value.evidence(),
                trait.grade().name().toLowerCase(Locale.ROOT),
                trait.score(),
                trait.p(),
                (long) shares.members(),
                (long) shares.hits(),
                shares.share(),
                shares.rest(),
                shares.times(),
                shares.low(),
                shares.high(),
                money(trait.money().each()),
                money(trait.money().others()),
                money(trait.money().extra()),
                money(trait.money().withoutBest()),
                trait.needed(),
                trait.lowCosts(),
                trait.likeValueOf());
    }

    private static String name(Group group) {
        return group.name().toLowerCase(Locale.ROOT);
    }

    private static BigDecimal money(double amount) {
        return BigDecimal.valueOf(amount).setScale(4, RoundingMode.HALF_UP);
    }
}
