package io.filon.store;

import static io.filon.problem.Require.require;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/// One SQL statement with its values bound to `?` in order.
///
/// Text comes from our own sources only; names of tables and columns go through [#name], values of users through
/// `values` or, where the engine takes no parameter (options of a reader), through [#literal].
///
/// @param values numbers, text, booleans, `LocalDate`, `Instant`; as many as the text has `?`
public record Sql(String text, List<Object> values) {

    public Sql {
        values = List.copyOf(values);
    }

    public static Sql of(String text, Object... values) {
        return new Sql(text, List.of(values));
    }

    /// A name quoted for the engine. Names come from the catalogue or are numbered by us, never from a file as they
    /// are.
    public static String name(String identifier) {
        require(!identifier.isEmpty() && identifier.indexOf('\0') < 0, "bad identifier '%s'", identifier);
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    /// Text quoted for the engine.
    public static String literal(String text) {
        require(text.indexOf('\0') < 0, "text with a zero character cannot be a literal");
        return "'" + text.replace("'", "''") + "'";
    }

    /// Several texts quoted for the engine, commas between: what stands in `in (…)`.
    public static String literals(Collection<String> texts) {
        return texts.stream().map(Sql::literal).collect(Collectors.joining(", "));
    }

    /// The statement with its values written out, for people to read and run.
    public String shown() {
        StringBuilder shown = new StringBuilder();
        int next = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '?') {
                Object value = values.get(next++);
                shown.append(value instanceof Number ? value.toString() : literal(value.toString()));
            } else {
                shown.append(text.charAt(i));
            }
        }
        return shown.toString();
    }

    /// This statement followed by another, values kept in order.
    public Sql then(Sql next) {
        List<Object> all = new ArrayList<>(values);
        all.addAll(next.values);
        return new Sql(text + next.text, all);
    }

    /// Several pieces with a separator between them.
    public static Sql join(List<Sql> pieces, String separator) {
        return new Sql(
                pieces.stream().map(Sql::text).collect(Collectors.joining(separator)),
                pieces.stream().flatMap(piece -> piece.values.stream()).toList());
    }
}
