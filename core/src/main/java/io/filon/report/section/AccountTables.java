package io.filon.report.section;

import io.filon.report.section.Accounts.Contracts;
import io.filon.report.section.Accounts.Cycle;
import io.filon.report.section.Accounts.Deals;
import io.filon.report.section.Accounts.Parent;
import io.filon.report.section.Accounts.Payback;
import io.filon.report.section.Accounts.Tier;
import io.filon.report.section.Accounts.WinRate;
import io.filon.store.Sql;
import io.filon.store.Store;
import io.filon.text.Phrase;
import io.filon.text.Phrase.Value;
import io.filon.workspace.Settings;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads what *value* worked out for a seller to companies.
public final class AccountTables {

    private static final int PARENTS_SHOWN = 10;

    /// A month of the payback curve that fewer reached is not read.
    private static final int FEWEST_FOLLOWED = 20;

    private record RateRow(
            @Nullable LocalDate cohort,
            boolean complete,
            long deals,
            long won,
            long lost,
            long open,
            int day,
            double wonShare,
            double low,
            double high) {}

    private record CycleRow(String ended, long deals, double medianDays, double low, double high) {}

    private record ContractRow(
            long contracts,
            long active,
            long withoutAmount,
            long customers,
            BigDecimal arr,
            BigDecimal arrBefore,
            BigDecimal added,
            BigDecimal expanded,
            BigDecimal contracted,
            BigDecimal lost,
            @Nullable Double netRetention,
            @Nullable Double grossRetention) {}

    private record PaybackRow(int month, long customers, BigDecimal costEach, BigDecimal contributionEach) {}

    private record TierRow(String tier, long accounts, BigDecimal net, long openDeals, BigDecimal openAmount) {}

    private final Store store;
    private final Settings settings;

    public AccountTables(Store store, Settings settings) {
        this.store = store;
        this.settings = settings;
    }

    /// Null for a company that sells to people, order by order.
    public @Nullable Accounts accounts() {
        boolean business = settings.unit() == Settings.Unit.ACCOUNT
                || store.number(Sql.of("select count(*) from deals")) > 0
                || store.number(Sql.of("select count(*) from subscriptions")) > 0;
        return business ? new Accounts(deals(), contracts(), payback(), parents(), tiers()) : null;
    }

    private @Nullable Deals deals() {
        List<WinRate> rates =
                store.query(Sql.of("select * from win_rates order by cohort nulls first"), RateRow.class).stream()
                        .map(AccountTables::rate)
                        .toList();
        if (rates.isEmpty()) {
            return null;
        }
        return new Deals(
                rates.getFirst(),
                rates.subList(1, rates.size()),
                store.query(Sql.of("select * from sales_cycles order by ended desc"), CycleRow.class).stream()
                        .map(row -> new Cycle(row.ended, row.deals, row.medianDays, row.low, row.high))
                        .toList(),
                store.number(Sql.of("select count(*) from deals where not exists "
                        + "(select 1 from opportunities where opportunities.opportunity_id = deals.deal_id)")));
    }

    private static WinRate rate(RateRow row) {
        long closed = row.won + row.lost;
        return new WinRate(
                row.cohort,
                row.complete,
                row.deals,
                row.won,
                row.lost,
                row.open,
                // where losses are not recorded, won out of closed is always all
                row.lost == 0 ? null : (Double) ((double) row.won / closed),
                row.day,
                row.complete ? (Double) row.wonShare : null,
                row.complete ? (Double) row.low : null,
                row.complete ? (Double) row.high : null);
    }

    private @Nullable Contracts contracts() {
        ContractRow row = store.read("contract_totals", ContractRow.class).getFirst();
        if (row.contracts == 0) {
            return null;
        }
        return new Contracts(
                row.active,
                row.withoutAmount,
                row.customers,
                row.arr,
                row.arrBefore,
                row.added,
                row.expanded,
                row.contracted,
                row.lost,
                row.netRetention,
                row.grossRetention);
    }

    private Payback payback() {
        List<PaybackRow> months = store.query(
                Sql.of("select * from payback_months where customers >= ? order by month", FEWEST_FOLLOWED),
                PaybackRow.class);
        if (months.isEmpty()) {
            return new Payback(null, null, 0, Phrase.of("accounts.payback.unknown"));
        }
        PaybackRow last = months.getLast();
        return months.stream()
                .filter(month -> month.contributionEach.compareTo(month.costEach) >= 0)
                .findFirst()
                .map(month -> new Payback(
                        month.month,
                        month.costEach,
                        month.customers,
                        Phrase.of(
                                "accounts.payback.reached",
                                new Value.Count(month.month),
                                new Value.Money(month.costEach),
                                new Value.Count(month.customers))))
                .orElseGet(() -> new Payback(
                        null,
                        last.costEach,
                        last.customers,
                        Phrase.of(
                                "accounts.payback.not_yet",
                                new Value.Count(last.month),
                                new Value.Money(last.costEach),
                                new Value.Money(last.contributionEach))));
    }

    private List<Parent> parents() {
        return store.query(
                Sql.of("select * from parent_companies order by net desc nulls last, parent limit " + PARENTS_SHOWN),
                Parent.class);
    }

    private List<Tier> tiers() {
        List<TierRow> rows = store.query(
                Sql.of("select tier, count(*) as accounts, cast(sum(net_12m) as decimal(18, 4)) as net, "
                        + "cast(sum(open_deals) as bigint) as open_deals, "
                        + "cast(sum(open_amount) as decimal(18, 4)) as open_amount "
                        + "from account_tiers group by tier order by tier"),
                TierRow.class);
        double total = rows.stream().mapToDouble(row -> row.net.doubleValue()).sum();
        if (rows.stream().noneMatch(row -> row.tier.equals("a"))) {
            return List.of();
        }
        return rows.stream()
                .map(row -> new Tier(
                        row.tier,
                        row.accounts,
                        row.net,
                        total <= 0 ? 0 : row.net.doubleValue() / total,
                        row.openDeals,
                        row.openAmount))
                .toList();
    }
}
