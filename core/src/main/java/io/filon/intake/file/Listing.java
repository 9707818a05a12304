package io.filon.intake.file;

import io.filon.intake.file.scan.Scan;
import io.filon.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// The files behind what the user typed: files themselves, and those in folders and one level below.
///
/// @param files    with `given` false where a file may turn out not to be an export without that being a mistake
/// @param problems paths that lead nowhere
record Listing(List<PlainFile> files, List<Problem> problems) {

    private static final int DEPTH = 2;

    /// Endings of names that promise a table; such a file must be readable.
    private static final Set<String> EXPORTS =
            Set.of("csv", "tsv", "tab", "json", "jsonl", "ndjson", "parquet", "xlsx", "xlsm", "xls", "zip");

    static Listing of(List<Path> paths) {
        List<PlainFile> files = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (Path path : paths) {
            if (!Files.exists(path)) {
                problems.add(Problem.of("file.missing", path.toString()));
            } else if (!Files.isReadable(path)) {
                problems.add(Problem.of("file.unreadable", path.toString()));
            } else if (Files.isDirectory(path)) {
                addFolder(path, files, problems);
            } else {
                files.add(plain(path, paths.size() == 1 || promisesTable(path.toString())));
            }
        }
        return new Listing(files, problems);
    }

    /// Whether a name says that a table is inside, `.gz` apart.
    static boolean promisesTable(String name) {
        String bare = name.toLowerCase(Locale.ROOT).replaceAll("\\.gz$", "");
        return EXPORTS.contains(bare.substring(bare.lastIndexOf('.') + 1));
    }

    /// Files that systems leave about: hidden ones, and what a Mac adds to archives.
    static boolean hidden(String path) {
        return path.startsWith("__MACOSX")
                || path.contains("/__MACOSX")
                || path.substring(path.lastIndexOf('/') + 1).startsWith(".")
                || path.endsWith("Thumbs.db")
                || path.endsWith("desktop.ini");
    }

    private static void addFolder(Path given, List<PlainFile> files, List<Problem> problems) {
        Path folder = Files.isSymbolicLink(given) ? given.resolve(".") : given; // a link itself is not walked into
        try (Stream<Path> tree = Files.walk(folder, DEPTH)) {
            List<Path> found = tree.filter(Files::isRegularFile)
                    .filter(file -> !hidden(folder.relativize(file).toString().replace('\\', '/')))
                    .map(Path::normalize)
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                problems.add(Problem.of("file.no_exports", given.toString()));
            }
            for (Path file : found) {
                if (Files.isReadable(file)) {
                    files.add(plain(file, promisesTable(file.toString())));
                } else {
                    problems.add(Problem.of("file.unreadable", file.toString()));
                }
            }
        } catch (IOException | UncheckedIOException e) {
            // Files.walk says a folder below may not be read this way.
            problems.add(Problem.of("file.unreadable", given.toString()));
        }
    }

    private static PlainFile plain(Path path, boolean given) {
        return new PlainFile(path.toString(), path, Scan.NONE, given);
    }
}
