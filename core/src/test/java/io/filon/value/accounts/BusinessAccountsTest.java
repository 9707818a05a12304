package io.filon.value.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.store.DuckStore;
import io.filon.store.Script;
import io.filon.store.Sql;
import io.filon.value.Tables;
import io.filon.value.Valuation;
import io.filon.workspace.Settings;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class BusinessAccountsTest {

    @AutoClose
    private final DuckStore store = Tables.empty("2025-12-31");

    @Test
    void runs_on_empty_tables_and_keeps_each_grain() {
        deal("d1", "acme", "won", "100", "2025-01-10", "2025-02-10");
        deal("d2", "acme", "open", null, "2025-03-10", null);
        run();

        for (Script script : BusinessAccounts.scripts()) {
            String grain = String.join(", ", script.grain());
            assertThat(store.number(Sql.of("select count(*) from (select %s from %s group by all having count(*) > 1)"
                            .formatted(grain, script.name()))))
                    .as(script.name())
                    .isZero();
        }
    }

    @Test
    void takes_an_open_deal_as_open_and_not_as_lost() {
        for (int i = 0; i < 10; i++) {
            deal("w" + i, "a" + i, "won", "100", "2025-10-01", "2025-10-21");
            deal("l" + i, "b" + i, "lost", null, "2025-10-01", "2025-10-11");
            deal("o" + i, "c" + i, "open", null, "2025-12-26", null);
        }
        run();

        // followed five days, the open ones say nothing of day 20: 10 of 20 are won by then
        assertThat(rows("select deals, won, lost, open, day, won_share from win_rates where cohort is null"))
                .containsExactly("30 10 10 10 20 0.5");
        assertThat(rows("select ended, deals, median_days from sales_cycles order by 1"))
                .containsExactly("lost 10 10.0", "won 10 20.0");
    }

    @Test
    void gives_no_rate_to_months_from_before_closings_were_recorded() {
        for (int i = 0; i < 40; i++) {
            deal("old" + i, "a" + i, "won", "1", "2025-01-05", "2025-06-0" + (1 + i % 9));
            deal("new" + i, "b" + i, i % 2 == 0 ? "won" : "lost", "1", "2025-07-05", "2025-07-2" + i % 9);
        }
        run();

        assertThat(rows("select cohort, complete from win_rates where cohort is not null order by 1"))
                .containsExactly("2025-01-01 false", "2025-07-01 true");
        assertThat(rows("select round(won_share, 9) from win_rates where cohort is null"))
                .containsExactly("0.5");
    }

    /// ann pays 100 a month all along, bob grows from 50 to 80, cid leaves, dan halves, eve is new.
    @Test
    void adds_up_what_contracts_bring_in_a_year() {
        contract("ann", "100", "2024-01-01", null);
        contract("bob", "50", "2024-01-01", "2025-06-01");
        contract("bob", "80", "2025-06-01", null);
        contract("cid", "30", "2024-06-01", "2025-03-01");
        contract("dan", "40", "2024-06-01", "2025-05-01");
        contract("dan", "20", "2025-05-01", null);
        contract("eve", "10", "2025-09-01", null);
        run();

        assertThat(rows("select active, customers, arr, arr_before, added, expanded, contracted, lost, "
                        + "round(net_retention, 6), round(gross_retention, 6) from contract_totals"))
                .containsExactly("4 4 2555.0000 2676.6667 121.6667 365.0000 243.3334 365.0000 0.909091 0.772727");
    }

    @Test
    void does_not_tell_retention_of_contracts_younger_than_a_year() {
        contract("ann", "100", "2025-03-01", null);
        run();

        assertThat(store.text(Sql.of("select net_retention from contract_totals")))
                .isEmpty();
    }

    @Test
    void rolls_subsidiaries_up_to_their_parent() {
        account("mother", "Mother", null);
        account("child", "Child", "Mother");
        account("grandchild", "Grandchild", "child");
        account("alone", "Alone", "");
        Tables.line(store, "o1", "child", "2025-03-01", "100", "40");
        Tables.line(store, "o2", "grandchild", "2025-03-01", "10", "4");
        run();

        assertThat(rows("select name, accounts, buyers, net from parent_companies"))
                .containsExactly("Mother 3 2 66.0000");
    }

    @Test
    void ranks_accounts_by_what_they_left_in_a_year() {
        Tables.line(store, "o1", "big", "2025-03-01", "900", "100");
        Tables.line(store, "o2", "middle", "2025-03-01", "200", "50");
        Tables.line(store, "o3", "small", "2025-03-01", "60", "10");
        Tables.line(store, "o4", "past", "2023-03-01", "900", "10");
        deal("d1", "small", "open", "5000", "2025-11-01", null);
        run();

        assertThat(rows("select customer_id, tier, open_deals from account_tiers"))
                .containsExactly("big a 0", "middle b 0", "small c 1", "past c 0");
    }

    @Test
    void says_in_which_month_a_customer_has_paid_back() {
        store.run(Sql.of("insert into customers (customer_id, acquisition_channel, acquisition_cost) "
                + "values ('ann', 'ads', 100), ('bob', 'ads', 100)"));
        Tables.line(store, "o1", "ann", "2025-01-01", "100", "20");
        Tables.line(store, "o2", "ann", "2025-03-15", "100", "20");
        Tables.line(store, "o3", "bob", "2025-01-01", "100", "60");
        run();

        assertThat(
                        rows(
                                "select month, customers, cost_each, contribution_each from payback_months where month in (1, 3)"))
                .containsExactly("1 2 100.0000 60.0000", "3 2 100.0000 100.0000");
    }

    private void run() {
        new Valuation(Settings.defaults()).run(store);
        new BusinessAccounts().run(store);
    }

    private void deal(String id, String account, String state, String amount, String opened, String closed) {
        store.run(Sql.of(
                "insert into deals (deal_id, customer_id, account_id, state, amount, opened_on, closed_on) values "
                        + "(?, ?, ?, ?, try_cast(? as decimal(18, 4)), cast(? as date), try_cast(? as date))",
                id,
                account,
                account,
                state,
                String.valueOf(amount),
                opened,
                String.valueOf(closed)));
    }

    private void contract(String customer, String amount, String from, String to) {
        store.run(Sql.of(
                "insert into subscriptions (subscription_id, customer_id, started_on, ended_on, amount, period_days) "
                        + "values (uuid(), ?, cast(? as date), try_cast(? as date), cast(? as decimal(18, 4)), 30)",
                customer,
                from,
                String.valueOf(to),
                amount));
    }

    private void account(String id, String name, String parent) {
        store.run(Sql.of(
                "insert into accounts (account_id, name, parent_id) values (?, ?, nullif(?, 'null'))",
                id,
                name,
                String.valueOf(parent)));
    }

    private List<String> rows(String select) {
        List<String> rows = new ArrayList<>();
        store.stream(
                Sql.of(select),
                row -> rows.add(String.join(
                        " ", row.values().stream().map(String::valueOf).toList())));
        return rows;
    }
}
