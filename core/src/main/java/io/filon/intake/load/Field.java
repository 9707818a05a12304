package io.filon.intake.load;

import io.filon.intake.plan.Role;
import java.util.List;

/// One value a row of a kind may have, and the roles it is taken from: the first that is not empty.
///
/// @param otherwise roles it is taken from in a file that has none of the others
/// @param unless    SQL that is true of rows that stay although it cannot be read; empty when no row does
record Field(String name, As as, Need need, List<Role> roles, List<Role> otherwise, String unless) {

    /// What happens to a row whose cell cannot be read.
    enum Need {
        /// The value is left out.
        OPTIONAL,
        /// The row is rejected when the cell holds something else than such a value.
        READABLE,
        /// The row is rejected when the cell holds something else, or nothing.
        REQUIRED
    }

    Field {
        roles = List.copyOf(roles);
        otherwise = List.copyOf(otherwise);
    }

    static Field text(Role... roles) {
        return typed(As.TEXT, roles);
    }

    /// Named after its first role.
    static Field typed(As as, Role... roles) {
        return new Field(roles[0].word(), as, Need.OPTIONAL, List.of(roles), List.of(), "");
    }

    Field otherwise(Role... others) {
        return new Field(name, as, need, roles, List.of(others), unless);
    }

    Field named(String other) {
        return new Field(other, as, need, roles, otherwise, unless);
    }

    Field readable() {
        return new Field(name, as, Need.READABLE, roles, otherwise, unless);
    }

    /// Readable, except in rows of which other columns say enough.
    Field readableUnless(String others) {
        return new Field(name, as, Need.READABLE, roles, otherwise, others);
    }

    Field required() {
        return new Field(name, as, Need.REQUIRED, roles, otherwise, unless);
    }

    /// The code of the reason when it cannot be read, `date_unreadable`.
    String reason(String how) {
        String what = switch (as) {
            case DAY, INSTANT, TIMED -> "date";
            case MONEY -> "amount";
            case QUANTITY, NUMBER, WHOLE -> "number";
            default -> roles.getFirst().word().endsWith("_id") ? "id" : "name";
        };
        return what + "_" + how;
    }
}
