package io.filon.intake.recipe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// One small file a recipe, laid out as the product exports it, with made-up people.
public final class Samples {

    private Samples() {}

    /// The file of a recipe, `shopify_orders`.
    public static Path file(String recipe) {
        return all().stream()
                .filter(file -> recipe(file).equals(recipe))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No sample of " + recipe));
    }

    public static List<Path> all() {
        URL folder = Objects.requireNonNull(Samples.class.getResource("/io/filon/intake/samples/shopify_orders.csv"));
        try (Stream<Path> files =
                Files.list(Objects.requireNonNull(Path.of(folder.toURI()).getParent()))) {
            return files.filter(file -> file.toString().matches(".*\\.(csv|json)"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static String recipe(Path file) {
        return String.valueOf(file.getFileName()).replaceAll("\\.(csv|json)$", "");
    }
}
