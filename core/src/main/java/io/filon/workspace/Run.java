package io.filon.workspace;

import io.filon.problem.FilonException;
import io.filon.store.DuckStore;
import io.filon.store.Sql;
import io.filon.store.Store;
import io.filon.store.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;

/// One change of a workspace, all or nothing.
///
/// The work is done on a copy of the database; [#commit()] puts the copy in its place in one rename. Whatever happens
/// before, an error, Ctrl-C or a power cut, leaves the workspace as it was. One run at a time holds a workspace.
public final class Run implements AutoCloseable {

    /// Up to so many bytes of files fit in memory whatever is made of them.
    private static final long LITTLE = 100 << 20;

    private final Workspace workspace;
    private final boolean existed;
    private final FileChannel lockFile;
    private final Path building;
    private final DuckStore store;
    private final Map<Path, String> texts = new LinkedHashMap<>();
    private boolean committed;
    private boolean closed;

    private Run(Workspace workspace, boolean existed, FileChannel lockFile, Path building, DuckStore store) {
        this.workspace = workspace;
        this.existed = existed;
        this.lockFile = lockFile;
        this.building = building;
        this.store = store;
    }

    /// Starts a run that reads no files.
    public static Run begin(Workspace workspace, DuckStore.Limits limits) {
        return begin(workspace, limits, 0);
    }

    /// Starts a run.
    ///
    /// @param bytes how much is to be read: little, in a workspace that goes away, is kept in memory only
    /// @throws FilonException when another process holds the workspace
    public static Run begin(Workspace workspace, DuckStore.Limits limits, long bytes) {
        boolean existed = Files.exists(workspace.folder());
        Path data = workspace.database().resolveSibling("");
        FileChannel lockFile = held(workspace, data);
        Path building = data.resolve("next");
        boolean begun = false;
        try {
            Workspace.delete(building);
            Files.createDirectories(building.resolve("scratch"));
            Path database = building.resolve("filon.duckdb");
            if (Files.exists(workspace.database())) {
                Files.copy(workspace.database(), database);
            }
            boolean little = bytes + (Files.exists(database) ? Files.size(database) : 0) <= LITTLE;
            DuckStore store = open(workspace, database, limits, little);
            // the run's own copy is written through once, when it is committed: each time costs a wait for the disk
            store.run(Sql.of("set checkpoint_threshold = '1GB'"));
            store.run(Sql.of("pragma disable_checkpoint_on_shutdown")); // what is not committed is thrown away
            begun = true;
            return new Run(workspace, existed, lockFile, building, store);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot prepare " + data, e);
        } finally {
            if (!begun) {
                tidy(workspace, existed, lockFile, building);
            }
        }
    }

    private static FileChannel held(Workspace workspace, Path data) {
        try {
            Files.createDirectories(data);
            return hold(workspace, data);
        } catch (IOException e) {
            throw new FilonException(
                    "workspace.not_writable", workspace.folder().toString());
        }
    }

    /// @throws FilonException when what the workspace keeps is no database
    private static DuckStore open(Workspace workspace, Path database, DuckStore.Limits limits, boolean little) {
        if (workspace.temporary() && little) {
            return DuckStore.passing(database, limits);
        }
        boolean kept = Files.exists(database);
        try {
            return DuckStore.open(database, limits, little);
        } catch (StoreException e) {
            if (kept) {
                throw new FilonException(
                        "workspace.damaged", workspace.database().toString());
            }
            throw e;
        }
    }

    private static FileChannel hold(Workspace workspace, Path data) throws IOException {
        FileChannel channel =
                FileChannel.open(data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = null;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException sameProcess) {
            lock = null;
        }
        if (lock == null) {
            channel.close();
            throw new FilonException("workspace.busy", workspace.folder().toString());
        }
        return channel;
    }

    public Store store() {
        return store;
    }

    /// Stops the statement under way, from another thread; the run then fails and leaves everything as it was.
    public void cancel() {
        store.cancel();
    }

    /// A folder for what the run needs only while it lasts.
    public Path scratch() {
        return building.resolve("scratch");
    }

    /// Writes a text file of the workspace together with the database, when the run is committed.
    public void write(Path file, String text) {
        texts.put(file, text);
    }

    /// Makes the run's database and texts the workspace's.
    public void commit() {
        store.run(Sql.of("checkpoint"));
        store.close();
        try {
            for (Map.Entry<Path, String> text : texts.entrySet()) {
                Files.writeString(staged(text.getKey()), text.getValue());
            }
            Files.move(
                    building.resolve("filon.duckdb"),
                    workspace.database(),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            for (Path file : texts.keySet()) {
                Files.move(staged(file), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + workspace.folder(), e);
        }
        committed = true;
    }

    private Path staged(Path file) {
        return building.resolve(file.getFileName());
    }

    /// Ends the run; without [#commit()] before, as if it had never begun.
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (!committed) {
            store.close();
        }
        tidy(workspace, existed || committed, lockFile, building);
    }

    /// @param stays whether there is a workspace to leave
    private static void tidy(Workspace workspace, boolean stays, FileChannel lockFile, Path building) {
        Workspace.delete(building);
        try {
            lockFile.close();
            Files.deleteIfExists(workspace.database().resolveSibling("lock"));
            if (!stays) {
                Workspace.delete(workspace.folder());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot tidy " + workspace.folder(), e);
        }
    }
}
