/// The members of a rule by SQL in the store. Part of the segment language; knows no stage.
///
/// Front door: [io.filon.rule.sql.RuleSql]. Reads the catalogue's table (`customer_facts`); makes none.
@NullMarked
package io.filon.rule.sql;

import org.jspecify.annotations.NullMarked;
