package io.filon.intake.plan;

import java.util.List;

/// A file's rows find one row each of another file by a key, and borrow columns from it:
/// sales with a `time_id` borrow the date of a calendar, lines borrow price and cost of the product list.
///
/// @param from     position in [Plan#files()] of the file that borrows
/// @param column   its key column
/// @param to       position of the file pointed into, or of another link's target for a second step
/// @param key      the column there, unique
/// @param borrowed columns of the target that serve the borrower, each with its role there
/// @param matched  rows of the borrower whose key is found
/// @param orphans  rows with a key that is not found
/// @param aliases  keys that differ only in spelling (`GTXPro`, `GTX Pro`): as written in the borrower, then in the
/// target
public record Link(
        int from,
        int column,
        int to,
        int key,
        List<ColumnPlan> borrowed,
        long matched,
        long orphans,
        List<Alias> aliases) {

    /// @param rows rows of the borrower written this way
    public record Alias(String written, String meant, long rows) {}

    public Link {
        borrowed = List.copyOf(borrowed);
        aliases = List.copyOf(aliases);
    }
}
