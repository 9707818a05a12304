package io.filon.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// One `.sql` resource beside the class that runs it: one select, making the table of the same name.
///
/// Its header says what a row is, what it reads and its grain:
/// ```sql
/// -- One row per customer: orders reduced to counts and weeks.
/// -- reads  orders (customer_id, ordered_on), run (as_of)
/// -- grain  customer_id
/// ```
///
/// @param name the file's name without `.sql`, and the table's
/// @param text the whole file
public record Script(String name, String text) {

    /// The file `name.sql` in the folder of `beside`.
    public static Script beside(Class<?> beside, String name) {
        String file = name + ".sql";
        try (InputStream in = beside.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalArgumentException("No %s beside %s".formatted(file, beside.getName()));
            }
            return new Script(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    /// The columns that tell rows apart, as the header says.
    public List<String> grain() {
        return header("grain");
    }

    /// The tables it reads, as the header says.
    public List<String> reads() {
        return header("reads").stream()
                .map(part -> part.replaceAll("\\s*\\(.*", ""))
                .toList();
    }

    private List<String> header(String word) {
        return text.lines()
                .takeWhile(line -> line.startsWith("--"))
                .filter(line -> line.startsWith("-- " + word + " "))
                .map(line -> line.substring(word.length() + 4).strip())
                .flatMap(line -> Arrays.stream(line.split(",(?![^(]*\\))", -1)))
                .map(String::strip)
                .toList();
    }
}
