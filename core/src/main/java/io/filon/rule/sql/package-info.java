/// The members of a rule by SQL in the store. Part of the segment language; knows no stage.
///
/// Front doors: [io.filon.rule.sql.RuleRun] on a workspace's store as of its run; [io.filon.rule.sql.RuleSql] for the
/// statement. What the calendar says is worked out in Java ([io.filon.rule.Range]) and enters the statement as
/// instants, so that SQL and the reference share one arithmetic. Reads the catalogue's table (`customer_facts`),
/// `rule_customers` or `rule_moments`, `rule_facts`, `rule_events`, `rule_items` and `rule_memberships`; makes the last
/// one, empty.
@NullMarked
package io.filon.rule.sql;

import org.jspecify.annotations.NullMarked;
