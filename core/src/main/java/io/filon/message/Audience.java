package io.filon.message;

import io.filon.message.declared.Proposition;
import io.filon.message.declared.Propositions.Declared;
import io.filon.message.declared.Register;
import io.filon.message.evidence.Group;
import io.filon.store.Sql;

/// A group to be spoken to.
///
/// @param members  a select of `customer_id`
/// @param declared what the company declares for it
/// @param register how it is addressed
public record Audience(Group group, Sql members, Declared declared, Register register) {

    /// Whether the company declares anything for it.
    public boolean isDeclared() {
        return !declared.proposition()
                .equals(Proposition.none(declared.proposition().segment()));
    }
}
