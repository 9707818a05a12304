package io.filon.intake.file;

import io.filon.progress.Progress;
import io.filon.store.DuckStore;
import io.filon.store.Sql;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Writes files and reads them, for the tests of this package.
final class Reader {

    final DuckStore store = DuckStore.inMemory();
    private final Path folder;

    Reader(Path folder) {
        this.folder = folder;
    }

    Path write(String name, String text) {
        return write(name, text, StandardCharsets.UTF_8);
    }

    Path write(String name, String text, Charset charset) {
        return write(name, text.getBytes(charset));
    }

    Path write(String name, byte[] bytes) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Reading read(Path... paths) {
        return read(JsonLoader.STREAMED_FROM, paths);
    }

    Reading read(long streamedFrom, Path... paths) {
        try {
            Path scratch = Files.createTempDirectory(folder, "scratch");
            return new RawFiles(store, scratch, Progress.NONE, streamedFrom).read(Arrays.asList(paths));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    RawTable table(Path path) {
        return read(path).tables().getFirst();
    }

    /// The rows as text, cells between bars, null as nothing.
    List<String> rows(RawTable table) {
        String columns = IntStream.range(0, table.headers().size())
                .mapToObj(i -> "coalesce(c" + i + ", '')")
                .collect(Collectors.joining(", "));
        List<String> rows = new ArrayList<>();
        store.stream(
                Sql.of("select concat_ws('|', %s) as line from %s".formatted(columns, table.table())),
                row -> rows.add(String.valueOf(row.get("line"))));
        return rows;
    }

    List<String> rejected() {
        List<String> rows = new ArrayList<>();
        store.stream(
                Sql.of("select line || ' ' || reason || ' ' || content as shown from rejected order by file, line"),
                row -> rows.add(String.valueOf(row.get("shown"))));
        return rows;
    }
}
