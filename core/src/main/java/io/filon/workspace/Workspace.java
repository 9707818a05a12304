package io.filon.workspace;

import io.filon.problem.FilonException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One company's folder: settings and definitions as text, everything measured in one database file.
///
/// @param folder    absolute
/// @param temporary true when the folder goes away with the command that made it
public record Workspace(Path folder, boolean temporary) implements AutoCloseable {

    private static final String SETTINGS = "filon.yaml";

    public Workspace {
        folder = folder.toAbsolutePath().normalize();
    }

    /// The workspace in `folder`, which is made when it does not exist.
    public static Workspace at(Path folder) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new FilonException("workspace.not_folder", folder.toString());
        }
        return new Workspace(folder, false);
    }

    /// The nearest folder with a `filon.yaml`, from `start` upwards.
    public static Optional<Workspace> around(Path start) {
        for (Path folder = start.toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve(SETTINGS))) {
                return Optional.of(new Workspace(folder, false));
            }
        }
        return Optional.empty();
    }

    /// A workspace that is removed when closed.
    public static Workspace passing() {
        try {
            return new Workspace(Files.createTempDirectory("filon-"), true);
        } catch (IOException e) {
            throw new UncheckedIOException("No temporary folder", e);
        }
    }

    /// Whether a file is its database or one of its definitions.
    public boolean keeps(Path file) {
        Path whole = file.toAbsolutePath().normalize();
        return whole.startsWith(database().resolveSibling("")) || (whole.startsWith(folder) && isYaml(whole));
    }

    private static boolean isYaml(Path file) {
        return file.toString().matches(".*\\.ya?ml");
    }

    public Path settingsFile() {
        return folder.resolve(SETTINGS);
    }

    public Path sourcesFile() {
        return folder.resolve("sources.yaml");
    }

    public Path database() {
        return folder.resolve("data").resolve("filon.duckdb");
    }

    /// Its settings, the defaults where `filon.yaml` says nothing or there is none.
    public Settings settings() {
        return Files.exists(settingsFile()) ? SettingsYaml.read(settingsFile()) : Settings.defaults();
    }

    /// The company's own segments, `*.yaml`.
    public Path segmentsFolder() {
        return folder.resolve("segments");
    }

    /// What the company declares of its market; may not be there.
    public Path marketFile() {
        return folder.resolve("market.yaml");
    }

    /// What visitors come for, as the company says it, `*.yaml`.
    public Path jobsFolder() {
        return folder.resolve("jobs");
    }

    /// Names that events have only here.
    public Path eventNamesFile() {
        return folder.resolve("events.yaml");
    }

    /// What the company declares of what it says to its segments, `*.yaml`.
    public Path propositionsFolder() {
        return folder.resolve("propositions");
    }

    public Path personasFolder() {
        return folder.resolve("personas");
    }

    /// The operating ideal customers that were proposed, and drafts of personas.
    public Path icpFolder() {
        return folder.resolve("icp");
    }

    /// Whom the company says it sells to, `personas/*.yaml` in order of their names.
    public List<Persona> personas() {
        return PersonaYaml.readAll(personasFolder());
    }

    @Override
    public void close() {
        if (temporary) {
            delete(folder);
        }
    }

    /// Removes a folder and all in it; nothing happens when it is not there.
    static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(
                        Path emptied, @org.jspecify.annotations.Nullable IOException failure) throws IOException {
                    Files.delete(emptied);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove " + folder, e);
        }
    }

    /// The YAML files right inside a folder, by name; none where there is no folder.
    public static List<Path> yamlIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Workspace::isYaml).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + folder, e);
        }
    }
}
