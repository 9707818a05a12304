/// The segment language: who belongs to a group, said once and read by whoever needs it. Beside the loop; knows no
/// stage.
///
/// A [io.filon.rule.Rule] is what somebody wrote, with constants as text: logic over [io.filon.rule.Condition]s, which
/// make a [io.filon.rule.Claim] about a [io.filon.rule.Measure] of the customer, over [io.filon.rule.Events] in a
/// [io.filon.rule.Window]. `rule.read` reads and writes it as YAML or JSON. Checked against a [io.filon.rule.Catalogue]
/// in `rule.check` it becomes a checked rule, the only kind that runs. Its readers: `rule.sql` (members in the store),
/// `rule.reference` (the same in plain Java, written for clarity) and `rule.say` (Spanish and English). A new kind of
/// condition stops each of them from compiling until it is handled.
///
/// Logic has two values. A claim about what is not known is false, so its negation is true: `not` always means
/// "everybody else". All readers agree on this, and randomised tests hold them to it.
///
/// Reads and makes no table.
@NullMarked
package io.filon.rule;

import org.jspecify.annotations.NullMarked;
