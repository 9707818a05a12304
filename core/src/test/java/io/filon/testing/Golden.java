package io.filon.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Compares text with a file kept beside the tests. Run with `-Dgolden.update` to write the files anew, and read the
/// difference before committing it.
public final class Golden {

    private Golden() {}

    /// The file is `src/test/resources/<package of test>/golden/<name>`.
    public static void assertMatches(Class<?> test, String name, String actual) {
        assertMatches(
                Path.of("src/test/resources", test.getPackageName().replace('.', '/'), "golden")
                        .resolve(name),
                actual);
    }

    /// @param file from the module's folder
    public static void assertMatches(Path file, String actual) {
        try {
            if (System.getProperty("golden.update") != null) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.writeString(file, actual, UTF_8);
            }
            assertThat(Files.exists(file) ? Files.readString(file, UTF_8) : "(no such file)")
                    .as("%s is stale: run again with -Dgolden.update and read the difference", file)
                    .isEqualTo(actual);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }
}
