package io.filon.behaviour.session;

import io.filon.store.Sql;
import io.filon.store.Store;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Which step of a visit the names of events stand for: `vocabulary.yaml`, and over it a company's own names.
///
/// @param steps the step of every known name, the name without capitals, accents, blanks and signs
public record Vocabulary(Map<String, String> steps) {

    public Vocabulary {
        steps = Map.copyOf(steps);
    }

    /// The names that trackers use.
    public static Vocabulary known() {
        Map<String, List<String>> names;
        try (InputStream in = Vocabulary.class.getResourceAsStream("vocabulary.yaml")) {
            names = YAMLMapper.builder().build().readValue(in, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException("vocabulary.yaml", e);
        }
        Map<String, String> steps = new TreeMap<>();
        names.forEach((step, given) -> {
            steps.put(plain(step), step);
            given.forEach(name -> steps.put(plain(name), step));
        });
        return new Vocabulary(steps);
    }

    /// Those, and the names of a company's own.
    ///
    /// @param file `events.yaml` of a workspace; may be missing
    /// @throws io.filon.problem.FilonException with every problem of the file
    public static Vocabulary of(Path file) {
        Vocabulary known = known();
        return known.with(HouseNames.read(file, known));
    }

    /// This one with names of a company's own, which win.
    ///
    /// @param house the step of each name as the company writes it
    Vocabulary with(Map<String, String> house) {
        Map<String, String> all = new TreeMap<>(steps);
        house.forEach((name, step) -> all.put(plain(name), step));
        return new Vocabulary(all);
    }

    /// As the function `same_name` of the pipeline's SQL has it.
    public static String plain(String name) {
        return Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("[^a-z0-9]", "");
    }

    void write(Store store) {
        store.run(Sql.of("create or replace table vocabulary (plain_name varchar, step varchar)"));
        List<List<Object>> rows = new ArrayList<>();
        new TreeMap<>(steps).forEach((name, step) -> rows.add(List.of(name, step)));
        store.append("vocabulary", List.copyOf(rows));
    }
}
