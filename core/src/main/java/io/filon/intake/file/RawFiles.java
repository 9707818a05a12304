package io.filon.intake.file;

import io.filon.intake.file.Reading.Duplicate;
import io.filon.intake.file.Reading.Ignored;
import io.filon.intake.file.Reading.Note;
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
import java.util.Objects;
import java.util.function.Consumer;

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
        List<Plain> files = new ArrayList<>();
        listing.files().forEach(file -> attempt(file, () -> files.addAll(new Unpacker(scratch, file).unpack())));
        load(files);
        if (tables.isEmpty() && problems.isEmpty()) {
            String given = paths.isEmpty() ? "." : paths.getFirst().toString();
            problems.add(Problem.of("file.no_exports", given));
        }
        if (!problems.isEmpty()) {
            throw new FilonException(problems);
        }
        return new Reading(tables, duplicates, ignored, notes, finder);
    }

    private void load(List<Plain> files) {
        Map<String, Plain> originals = new LinkedHashMap<>();
        progress.phase(
                "progress.reading", files.stream().mapToLong(RawFiles::size).sum());
        List<Raw> raws = new ArrayList<>();
        List<Plain> repeated = new ArrayList<>();
        for (Plain file : files) {
            if (originals.putIfAbsent(file.hash(), file) == null) {
                raws.add(new Raw(file, "raw_" + raws.size(), scratch, finder, streamedFrom));
            } else {
                repeated.add(file);
            }
        }
        // the longest work first, so that the rest fits beside it
        SideBySide.run(
                store,
                raws.stream()
                        .sorted(Comparator.comparingLong((Raw raw) -> -size(raw.file())))
                        .map(this::reading)
                        .toList());
        raws.forEach(raw -> attempt(raw.file(), () -> add(raw.read())));
        repeated.forEach(file -> repeated(file, Objects.requireNonNull(originals.get(file.hash()))));
    }

    private Consumer<Store> reading(Raw raw) {
        return lane -> {
            raw.readInto(lane);
            synchronized (progress) {
                progress.advance(size(raw.file()));
            }
        };
    }

    private void add(List<Raw.Table> read) {
        for (Raw.Table table : read) {
            tables.add(table.table());
            notes.addAll(table.notes());
        }
    }

    private void repeated(Plain file, Plain original) {
        long rows = tables.stream()
                .filter(table -> table.contentHash().equals(file.hash()))
                .mapToLong(table -> table.rows() + table.rejected())
                .sum();
        duplicates.add(new Duplicate(file.name(), original.name(), rows));
    }

    private interface Work {
        void run() throws IOException;
    }

    /// Does the work, keeping what is wrong with the file for the end.
    private void attempt(Plain file, Work work) {
        try {
            work.run();
        } catch (FilonException e) {
            if (file.given()) {
                problems.addAll(e.problems());
            } else {
                ignored.add(new Ignored(file.name(), e.problems().getFirst().code()));
            }
        } catch (AccessDeniedException e) {
            problems.add(Problem.of("file.unreadable", file.name()));
        } catch (IOException e) {
            problems.add(Problem.of("file.damaged", file.name(), String.valueOf(e.getMessage())));
        }
    }

    /// How much there is to read, as far as that can be known before.
    public static long bytes(List<Path> paths) {
        return Listing.of(paths).files().stream().mapToLong(RawFiles::size).sum();
    }

    private static long size(Plain file) {
        try {
            return Files.size(file.path());
        } catch (IOException e) {
            return 0; // only the progress bar wants it
        }
    }
}
