/// What rules may ask of a workspace: the tables the SQL reader reads, and the catalogue of what is in them. Part of
/// *value*, stage 2 of the loop. Front door: [io.filon.value.rules.RuleTables].
///
/// Reads `customer_facts`, `units` and the tables of *intake*; makes `rule_customers`, `rule_facts`, `rule_events` and
/// `rule_items`, each by the `.sql` file of its name.
@NullMarked
package io.filon.value.rules;

import org.jspecify.annotations.NullMarked;
