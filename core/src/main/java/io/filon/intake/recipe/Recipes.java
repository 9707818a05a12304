package io.filon.intake.recipe;

import io.filon.intake.plan.Kind;
import io.filon.intake.plan.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// All known exports. Adding one is adding one file to `recipes/`.
public record Recipes(List<Recipe> all) {

    public Recipes {
        all = List.copyOf(all);
    }

    /// The YAML files in `recipes/` beside this class, in a folder of classes or in a jar.
    public static Recipes load() {
        URL folder = Recipes.class.getResource("/io/filon/intake/recipes");
        if (folder == null) {
            throw new IllegalStateException("No io/filon/intake/recipes on the class path");
        }
        try {
            URI uri = folder.toURI();
            if ("jar".equals(uri.getScheme())) {
                try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                    return in(jar.getPath("/io/filon/intake/recipes"));
                }
            }
            return in(Path.of(uri));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(folder.toString(), e);
        }
    }

    /// The recipe that knows most of these headers, if one knows the file at all.
    public Optional<Recipe> match(List<String> headers) {
        List<String> squeezed = headers.stream().map(HeaderWords::squeezed).toList();
        return all.stream()
                .filter(recipe -> recipe.score(headers, squeezed) > 0)
                .max(Comparator.comparingInt(recipe -> recipe.score(headers, squeezed)));
    }

    private record Written(
            String kind,
            List<String> telling,
            Map<String, List<String>> columns,
            @Nullable String other,
            @Nullable Map<String, String> statuses,
            @Nullable Map<String, String> settings) {}

    private static Recipes in(Path folder) throws IOException {
        YAMLMapper yaml = new YAMLMapper();
        try (Stream<Path> files = Files.list(folder)) {
            return new Recipes(files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted(Comparator.comparing(file -> String.valueOf(file.getFileName())))
                    .map(file -> read(yaml, file))
                    .toList());
        }
    }

    private static Recipe read(YAMLMapper yaml, Path file) {
        try {
            String name = String.valueOf(file.getFileName()).replace(".yaml", "");
            return recipe(name, yaml.readValue(Files.readString(file), Written.class));
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    private static Recipe recipe(String name, Written written) {
        Map<Role, List<String>> columns = new LinkedHashMap<>();
        written.columns.forEach((role, spellings) -> columns.put(
                role(name, role), spellings.stream().map(Recipes::spelling).toList()));
        Map<String, String> statuses = new LinkedHashMap<>();
        if (written.statuses != null) {
            written.statuses.forEach((meaning, words) -> Arrays.stream(words.split(",", -1))
                    .forEach(word -> statuses.put(word.strip().toLowerCase(Locale.ROOT), meaning)));
        }
        return new Recipe(
                name,
                Kind.valueOf(written.kind.toUpperCase(Locale.ROOT)),
                written.telling.stream()
                        .map(group -> Arrays.stream(group.split("\\|", -1))
                                .map(Recipes::spelling)
                                .toList())
                        .toList(),
                columns,
                written.other == null ? Role.IGNORED : role(name, written.other),
                statuses,
                written.settings == null ? Map.of() : written.settings);
    }

    private static String spelling(String written) {
        String plain = written.strip();
        return plain.equals(Recipe.QUESTION) ? plain : HeaderWords.squeezed(plain) + (plain.endsWith("*") ? "*" : "");
    }

    private static Role role(String recipe, String word) {
        return Role.of(word)
                .orElseThrow(() -> new IllegalStateException("recipes/%s.yaml: no role '%s'".formatted(recipe, word)));
    }
}
