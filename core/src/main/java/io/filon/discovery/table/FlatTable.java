package io.filon.discovery.table;

import io.filon.discovery.confirm.Target;
import io.filon.discovery.search.Column;
import io.filon.intake.file.RawFiles;
import io.filon.intake.file.RawTable;
import io.filon.problem.FilonException;
import io.filon.progress.Progress;
import io.filon.store.Store;
import java.nio.file.Path;
import java.util.List;

/// A table with one row a customer, ready for a discovery.
///
/// @param columns  the attributes
/// @param ids      what tells each customer apart; its row from 1 when nothing does
/// @param keys     stable numbers of the customers
/// @param periods  of each customer's date; negative when not known
/// @param warnings what was left out, and what is suspicious
@SuppressWarnings("ArrayRecordComponent") // columns of numbers, never compared
public record FlatTable(
        List<Column> columns, Target target, String[] ids, long[] keys, int[] periods, List<Warning> warnings) {

    public FlatTable {
        columns = List.copyOf(columns);
        warnings = List.copyOf(warnings);
    }

    /// Reads one file in any format the import knows.
    ///
    /// @param scratch an empty folder
    /// @throws FilonException when the file, the target or a named column cannot be used
    public static FlatTable read(Store store, Path file, Path scratch, TableOptions options, Progress progress) {
        List<RawTable> tables = RawFiles.read(store, List.of(file), scratch, progress);
        if (tables.size() > 1) {
            throw new FilonException("discover.many_tables", file.toString(), tables.size());
        }
        return new TableReader(store, tables.getFirst(), options).read();
    }
}
