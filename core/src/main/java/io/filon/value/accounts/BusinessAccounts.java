package io.filon.value.accounts;

import io.filon.store.Script;
import io.filon.store.SideBySide;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.util.List;

/// Works out what is particular to selling to companies or by contract. Needs the tables of *intake* and *value*; makes
/// its own also where they are empty.
public final class BusinessAccounts {

    private static final List<String> SCRIPTS = List.of(
            "opportunities",
            "opportunity_cohorts",
            "account_tiers",
            "parent_companies",
            "contract_totals",
            "payback_months");

    public void run(Store store) {
        SideBySide.build(store, scripts());
        List<Opportunity> all = store.query(
                Sql.of("select * from opportunity_cohorts order by cohort, opportunity_id"), Opportunity.class);
        new WinRates(store, all).write();
        new SalesCycles(store, all).write();
    }

    /// Every script, in the order they run.
    static List<Script> scripts() {
        return SCRIPTS.stream()
                .map(name -> Script.beside(BusinessAccounts.class, name))
                .toList();
    }
}
