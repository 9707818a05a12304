/// The segment language: who belongs to a group, said once and read by whoever needs it. Beside the loop; knows no
/// stage.
///
/// A [io.filon.rule.Rule] is what somebody wrote, with constants as text; [io.filon.rule.RuleYaml] reads and writes it
/// as YAML or JSON. Checked against a [io.filon.rule.Catalogue] it becomes a [io.filon.rule.CheckedRule], the only
/// kind that runs. Its readers, one a file: [io.filon.rule.RuleSql] (members in the store),
/// [io.filon.rule.ReferenceEvaluator] (the same in plain Java, written for clarity) and [io.filon.rule.Sentence]
/// (Spanish and English). A new kind of condition stops each of them from compiling until it is handled.
///
/// Logic has two values. A comparison with a fact that is not known is false, so its negation is true: `not` always
/// means "everybody else". All readers agree on this, and a randomised test holds them to it.
///
/// Reads the catalogue's table (`customer_facts`); makes none.
@NullMarked
package io.filon.rule;

import org.jspecify.annotations.NullMarked;
