package io.filon.discovery.table;

import java.util.List;

/// How one flat table is to be taken.
///
/// @param target   the column that says what a customer is worth, or whether it did something
/// @param id       the column that tells customers apart; empty when there is none
/// @param positive the value of the target that counts as yes; empty when the target is a number or says yes and no
/// @param exclude  columns that are not attributes
/// @param keepsAll whether every row counts, repeated ones too
public record TableOptions(String target, String id, String positive, List<String> exclude, boolean keepsAll) {

    public TableOptions {
        exclude = List.copyOf(exclude);
    }
}
