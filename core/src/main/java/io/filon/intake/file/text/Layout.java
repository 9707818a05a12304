package io.filon.intake.file.text;

import static io.filon.problem.Require.require;

import java.util.List;
import java.util.Optional;

/// How the records of a file make a table.
///
/// @param names     the columns, unique
/// @param header    whether the file names them
/// @param width     cells a full record has; at least the columns, more when every line ends in a spare delimiter
/// @param firstLine the line of the first data record; what stands before is header and title
/// @param titles    lines above the header that are not data
/// @param padded    whether records may leave out empty cells at their end, as sheets do
public record Layout(List<String> names, boolean header, int width, long firstLine, long titles, boolean padded) {

    /// The objection to a record that holds what is no letter in any encoding.
    public static final String BAD_ENCODING = "bad_encoding";

    public Layout {
        names = List.copyOf(names);
        require(!names.isEmpty() && width >= names.size(), "%d cells cannot fill %d columns", width, names.size());
    }

    public int columns() {
        return names.size();
    }

    /// The same table with these columns instead, some of them perhaps added at its end.
    public Layout named(List<String> others) {
        return new Layout(
                LayoutFinder.unique(others), header, Math.max(width, others.size()), firstLine, titles, padded);
    }

    /// Why this data record cannot be used, as a code; empty when it can.
    public Optional<String> objection(Row row) {
        if (row.flaw() != Row.Flaw.NONE) {
            return Optional.of("bad_quote");
        }
        if (row.width() < columns() && !padded) {
            return Optional.of("too_few_cells");
        }
        for (int i = columns(); i < row.width(); i++) {
            if (!Row.blank(row.cells().get(i))) {
                return Optional.of("too_many_cells");
            }
        }
        return row.cells().stream().anyMatch(Layout::unreadable) ? Optional.of(BAD_ENCODING) : Optional.empty();
    }

    private static boolean unreadable(String cell) {
        return cell.indexOf(TextFile.UNREADABLE) >= 0 || Row.trimmed(cell).indexOf('\0') >= 0;
    }
}
