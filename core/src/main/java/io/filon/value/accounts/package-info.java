/// What a seller to companies asks: how many deals are won, how long they take, when a customer has paid back what it
/// cost to win, what contracts bring in a year, groups of companies, and whom sales should see first. Part of *value*,
/// stage 2 of the loop. Front door: [io.filon.value.accounts.BusinessAccounts].
///
/// Reads `deals`, `leads`, `accounts`, `subscriptions` and tables of *value*; makes `opportunities`,
/// `opportunity_cohorts`, `account_tiers`, `parent_companies`, `contract_totals`, `payback_months` by the `.sql` files
/// of their names, and `win_rates` and `sales_cycles`.
@NullMarked
package io.filon.value.accounts;

import org.jspecify.annotations.NullMarked;
