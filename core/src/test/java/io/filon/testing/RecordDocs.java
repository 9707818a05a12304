package io.filon.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What the `@param` lines of a record's Markdown documentation say, read from its source.
public final class RecordDocs {

    private static final Pattern PARAM = Pattern.compile("@param\\s+([\\w,]+)\\s+(.*)");

    private RecordDocs() {}

    /// @param component its name; empty for what is said of the whole record
    /// @return what it means; empty when the source does not say
    public static String of(Class<?> record, String component) {
        return component.isEmpty() ? whole(record) : params(record).getOrDefault(component, "");
    }

    private static String whole(Class<?> record) {
        return docs(record).stream()
                .takeWhile(line -> !line.startsWith("@"))
                .collect(Collectors.joining(" "))
                .strip()
                .replaceAll(" +", " ");
    }

    private static Map<String, String> params(Class<?> record) {
        Map<String, String> params = new HashMap<>();
        List<String> names = List.of();
        for (String line : docs(record)) {
            Matcher param = PARAM.matcher(line);
            if (param.matches()) {
                names = List.of(param.group(1).split(","));
                names.forEach(name -> params.put(name, param.group(2)));
            } else if (line.isEmpty() || line.startsWith("@")) {
                names = List.of();
            } else {
                names.forEach(name -> params.merge(name, line, (said, more) -> said + " " + more));
            }
        }
        return params;
    }

    private static List<String> docs(Class<?> record) {
        List<String> docs = new ArrayList<>();
        for (String line : source(record)) {
            String text = line.strip();
            if (text.startsWith("///")) {
                docs.add(text.substring(3).strip());
            } else if (text.contains("record " + record.getSimpleName() + "(")) {
                return docs;
            } else if (!text.startsWith("@")) {
                docs.clear();
            }
        }
        return List.of();
    }

    private static List<String> source(Class<?> record) {
        Class<?> outermost = record;
        while (outermost.getEnclosingClass() != null) {
            outermost = outermost.getEnclosingClass();
        }
        Path file = Path.of("src/main/java", outermost.getName().replace('.', '/') + ".java");
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }
}
