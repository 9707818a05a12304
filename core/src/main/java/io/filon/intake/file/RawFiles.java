package io.filon.intake.file;

import io.filon.intake.file.Reading.Duplicate;
import io.filon.intake.file.Reading.Ignored;
import io.filon.intake.file.Reading.Note;
import io.filon.intake.file.text.RecordTooLong;
import io.filon.problem.FilonException;
import io.filon.problem.Problem;
import io.filon.progress.Progress;
import io.filon.store.SideBySide;
import io.filon.store.Store;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads the user's files, whatever their wrapping, format and encoding, into raw tables of the store.
///
/// Made for one reading. What is wrong with any file is found and told together; tables of the good ones may then be
/// in the store already, so read into a store that can be thrown away or rolled back — but not inside a transaction,
/// since DuckDB gives one up at the first file it refuses.
public final class RawFiles {

    private final Store store;
    private final Path scratch;
    private final Progress progress;
    private final long streamedFrom;

    private final LineFinder finder = new LineFinder();
    private final List<Problem> problems = new ArrayList<>();
    private final List<RawTable> tables = new ArrayList<>();
    private final List<Duplicate> duplicates = new ArrayList<>();
    private final List<Ignored> ignored = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();

    RawFiles(Store store, Path scratch, Progress progress, long streamedFrom) {
        this.store = store;
        this.scratch = scratch;
        this.progress = progress;
        this.streamedFrom = streamedFrom;
    }

    /// Reads files and folders into `raw_0`, `raw_1`… and their unusable records into `rejected`.
    ///
    /// @param scratchFolder an empty folder; must stay while the tables or the line finder are in use
    /// @throws FilonException with every problem of every file
    public static Reading readAll(Store store, List<Path> paths, Path scratchFolder, Progress progress) {
        return new RawFiles(store, scratchFolder, progress, JsonLoader.STREAMED_FROM).read(paths);
    }

    /// As [#readAll], for who needs only the tables.
    public static List<RawTable> read(Store store, List<Path> paths, Path scratchFolder, Progress progress) {
        return readAll(store, paths, scratchFolder, progress).tables();
    }

    Reading read(List<Path> paths) {
        Rejects.createTable(store);
        Listing listing = Listing.of(paths);
        problems.addAll(listing.problems());
        List<PlainFile> files = new ArrayList<>();
        listing.files().forEach(file -> attempt(file, () -> files.addAll(new Unpacker(scratch, file).unpack())));
        load(files);
        leaveSingleColumns();
        if (tables.isEmpty() && problems.isEmpty()) {
            String given = paths.isEmpty() ? "." : paths.getFirst().toString();
            problems.add(Problem.of("file.no_exports", given));
        }
        if (!problems.isEmpty()) {
            throw new FilonException(problems);
        }
        return new Reading(tables, duplicates, ignored, notes, finder);
    }

    /// A list of one column, of days or of names, tells an audit nothing: beside a table it is left out and said so.
    private void leaveSingleColumns() {
        List<Problem> lists = problems.stream()
                .filter(problem -> !tables.isEmpty() && problem.code().equals(Ignored.ONE_COLUMN))
                .toList();
        problems.removeAll(lists);
        lists.forEach(list -> ignored.add(new Ignored(list.values().getFirst().toString(), list.code(), true)));
    }

    private void load(List<PlainFile> files) {
        Map<String, List<PlainFile>> sameBytes =
                files.stream().collect(Collectors.groupingBy(PlainFile::hash, LinkedHashMap::new, Collectors.toList()));
        progress.phase(
                "progress.reading", files.stream().mapToLong(RawFiles::size).sum());
        List<RawFile> raws = new ArrayList<>();
        for (List<PlainFile> same : sameBytes.values()) {
            raws.add(new RawFile(same.getFirst(), "raw_" + raws.size(), scratch, finder, streamedFrom));
        }
        // the longest work first, so that the rest fits beside it
        SideBySide.run(
                store,
                raws.stream()
                        .sorted(Comparator.comparingLong((RawFile raw) -> -size(raw.file())))
                        .map(this::reading)
                        .toList());
        for (RawFile raw : raws) {
            List<PlainFile> same = sameBytes.getOrDefault(raw.file().hash(), List.of());
            attempt(raw.file(), () -> add(raw.read(), same));
        }
    }

    private Consumer<Store> reading(RawFile raw) {
        return lane -> {
            raw.readInto(lane);
            synchronized (progress) {
                progress.advance(size(raw.file()));
            }
        };
    }

    /// @param same the file read, then those with the same bytes
    private void add(List<RawFile.Table> read, List<PlainFile> same) {
        for (RawFile.Table table : read) {
            tables.add(table.table());
            notes.addAll(table.notes());
            same.stream().skip(1).forEach(again -> repeated(again, same.getFirst(), table.table()));
        }
    }

    /// The same sheet, when the table is one of several in the file.
    private void repeated(PlainFile again, PlainFile file, RawTable table) {
        String sheet = table.file().substring(file.name().length());
        duplicates.add(new Duplicate(again.name() + sheet, table.file(), table.rows() + table.rejected()));
    }

    private interface Work {
        void run() throws IOException;
    }

    /// Does the work, keeping what is wrong with the file for the end.
    private void attempt(PlainFile file, Work work) {
        try {
            work.run();
        } catch (FilonException e) {
            if (file.given()) {
                problems.addAll(e.problems());
            } else {
                ignored.add(new Ignored(file.name(), e.problems().getFirst().code(), false));
            }
        } catch (AccessDeniedException e) {
            problems.add(Problem.of("file.unreadable", file.name()));
        } catch (RecordTooLong e) {
            problems.add(Problem.of("file.endless_line", file.name(), Long.toString(e.line())));
        } catch (IOException e) {
            String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            problems.add(Problem.of("file.damaged", file.name(), why));
        }
    }

    /// How much there is to read, as far as that can be known before.
    public static long bytes(List<Path> paths) {
        return Listing.of(paths).files().stream().mapToLong(RawFiles::size).sum();
    }

    /// The files behind what the user typed that are read as exports.
    public static List<Path> exports(List<Path> paths) {
        return Stream.concat(
                        paths.stream().filter(Files::isRegularFile),
                        Listing.of(paths).files().stream()
                                .filter(PlainFile::given)
                                .map(PlainFile::path))
                .toList();
    }

    private static long size(PlainFile file) {
        try {
            return Files.size(file.path());
        } catch (IOException e) {
            return 0; // only the progress bar wants it
        }
    }
}
