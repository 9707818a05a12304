package io.filon.intake.file;

import io.filon.intake.file.Reading.Note;
import io.filon.problem.FilonException;
import io.filon.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One file on its way into raw tables of the store: one table, or one a sheet, or one of orders and one of the lines
/// in them. What goes wrong is kept until the other files are read, too.
final class RawFile {

    /// A table, and what is to be said of it.
    record Table(RawTable table, List<Note> notes) {

        Table {
            notes = List.copyOf(notes);
        }
    }

    private final PlainFile file;
    private final String name;
    private final Path scratch;
    private final LineFinder finder;
    private final long streamedFrom;
    private final List<Table> tables = new ArrayList<>();
    private @Nullable Exception failure;

    /// @param name of its first table
    RawFile(PlainFile file, String name, Path scratch, LineFinder finder, long streamedFrom) {
        this.file = file;
        this.name = name;
        this.scratch = scratch;
        this.finder = finder;
        this.streamedFrom = streamedFrom;
    }

    PlainFile file() {
        return file;
    }

    /// @throws FilonException, IOException what went wrong while it was read
    List<Table> read() throws IOException {
        return switch (failure) {
            case null -> List.copyOf(tables);
            case FilonException wrong -> throw wrong;
            case IOException wrong -> throw wrong;
            default -> throw new IllegalStateException(failure);
        };
    }

    void readInto(Store store) {
        try {
            load(store);
        } catch (FilonException | IOException e) {
            failure = e;
        }
    }

    private void load(Store store) throws IOException {
        switch (FileType.of(file.path())) {
            case TEXT -> loadRecords(store, TextPlanner.plan(file));
            case WORKBOOK -> {
                for (TablePlan sheet : SheetPlanner.plan(file)) {
                    loadRecords(store, sheet);
                }
            }
            case JSON -> loadJson(new JsonLoader(store, scratch, finder, streamedFrom));
            case PARQUET -> add(new ParquetLoader(store).load(file, next()), 0, 0);
            case EMPTY -> throw new FilonException("file.empty", file.name());
            case OLD_EXCEL ->
                throw new FilonException(
                        Bytes.mentionsEncryption(file.path()) ? "file.encrypted" : "file.old_excel", file.name());
            case PDF -> throw new FilonException("file.pdf", file.name());
            case HTML -> throw new FilonException("file.html", file.name());
            case XML -> throw new FilonException("file.xml", file.name());
            case BINARY, GZIP, ZIP -> throw new FilonException("file.binary", file.name());
        }
    }

    private void loadJson(JsonLoader loader) throws IOException {
        add(loader.load(file, next()), 0, 0);
        loader.loadInner(file, next()).ifPresent(lines -> add(lines, 0, 0));
    }

    private void loadRecords(Store store, TablePlan plan) throws IOException {
        CsvLoader.Loaded loaded = new CsvLoader(store, scratch).load(plan.grouped(), next());
        TablePlan carried = loaded.plan();
        finder.remember(
                loaded.table().table(),
                carried.opener(),
                row -> row.line() >= carried.layout().firstLine()
                        && carried.layout().objection(row).isEmpty());
        RawTable table = new TotalRows(store, finder).takeOff(loaded.table());
        add(table, carried.layout().titles(), loaded.table().rows() - table.rows());
    }

    private void add(RawTable table, long titles, long totals) {
        List<Note> notes = Stream.of(
                        new Note("titles", table.file(), titles),
                        new Note("total_rows", table.file(), totals),
                        new Note("rejected", table.file(), table.rejected()))
                .filter(note -> note.count() > 0)
                .toList();
        tables.add(new Table(table, notes));
    }

    private String next() {
        return tables.isEmpty() ? name : name + "_" + tables.size();
    }
}
