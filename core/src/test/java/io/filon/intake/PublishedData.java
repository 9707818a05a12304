package io.filon.intake;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/// The public data sets, when they are beside the project: in `shared/data` of a folder above, or in `FILON_DATA`.
public final class PublishedData {

    private PublishedData() {}

    /// The file, or the test is skipped.
    public static Path file(String name) {
        Optional<Path> folder = folder();
        assumeTrue(folder.isPresent(), "no shared/data above the working directory and no FILON_DATA");
        Path file = folder.orElseThrow().resolve(name);
        assumeTrue(Files.exists(file), "no " + name + " in the published data");
        return file;
    }

    /// CDNOW's purchases with commas instead of blanks.
    static Path cdnow(Path to) {
        Path aligned = file("cdnow/CDNOW_master.txt.gz");
        try (InputStream in = new GZIPInputStream(Files.newInputStream(aligned))) {
            String text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
            return Files.writeString(
                    to.resolve("cdnow.csv"),
                    text.lines().map(line -> line.strip().replaceAll(" +", ",")).collect(Collectors.joining("\n")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> folder() {
        String told = System.getenv("FILON_DATA");
        if (told != null) {
            return Optional.of(Path.of(told));
        }
        return Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
                .map(path -> path.resolve("shared/data"))
                .filter(Files::isDirectory)
                .findFirst();
    }
}
