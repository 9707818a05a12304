package io.filon.intake.recipe;

import io.filon.intake.plan.Kind;
import io.filon.intake.plan.Role;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// One known export: the headers that tell it, and what each of its columns means.
///
/// @param telling  groups of headers, all of which must be there; a group is met by any of its spellings; the
///     spelling `?` is met by any header that is a question
/// @param columns  role to spellings, the preferred first, all squeezed; one that ends in `*` is the
///     beginning of a header (`Amount spent (EUR)`)
/// @param other    what columns the recipe does not name are: [Role#TRAIT], [Role#ANSWER] or [Role#IGNORED]
/// @param statuses lower-case status words to their meaning
public record Recipe(
        String name,
        Kind kind,
        List<List<String>> telling,
        Map<Role, List<String>> columns,
        Role other,
        Map<String, String> statuses,
        Map<String, String> settings) {

    /// The roles that many columns of one file may have; of several telephones the first that is filled counts.
    public static final Set<Role> MANY = Set.of(Role.TRAIT, Role.ANSWER, Role.IGNORED, Role.PHONE);

    static final String QUESTION = "?";

    public Recipe {
        telling = telling.stream().map(List::copyOf).toList();
        columns = new LinkedHashMap<>(columns);
        statuses = Map.copyOf(statuses);
        settings = Map.copyOf(settings);
    }

    /// How many of its columns these headers hold; 0 when it is another export.
    public int score(List<String> headers) {
        return score(headers, headers.stream().map(HeaderWords::squeezed).toList());
    }

    /// As [#score(List)], for headers already squeezed.
    int score(List<String> headers, List<String> present) {
        boolean asks = headers.stream().anyMatch(header -> header.strip().endsWith("?"));
        boolean told = telling.stream()
                .allMatch(group -> group.stream()
                        .anyMatch(spelling -> spelling.equals(QUESTION) ? asks : find(spelling, present) >= 0));
        if (!told) {
            return 0;
        }
        long known = columns.values().stream()
                .filter(spellings -> spellings.stream().anyMatch(spelling -> find(spelling, present) >= 0))
                .count();
        return (int) known + telling.size();
    }

    /// The role of every header, in order: a role goes to the first of its spellings that is there; [#MANY] to all.
    public List<Role> roles(List<String> headers) {
        Map<Integer, Role> named = named(headers);
        return IntStream.range(0, headers.size())
                .mapToObj(column -> named.getOrDefault(column, other))
                .toList();
    }

    /// The columns it speaks of, by place, each with its role.
    public Map<Integer, Role> named(List<String> headers) {
        List<String> present = headers.stream().map(HeaderWords::squeezed).toList();
        Map<Integer, Role> named = new HashMap<>();
        columns.forEach((role, spellings) -> {
            List<Integer> found = spellings.stream()
                    .map(spelling -> find(spelling, present))
                    .filter(index -> index >= 0 && !named.containsKey(index))
                    .distinct()
                    .limit(MANY.contains(role) ? headers.size() : 1)
                    .toList();
            found.forEach(index -> named.put(index, role));
        });
        return named;
    }

    /// Where the first header of this spelling stands, else -1; one that ends in `*` is the beginning of a header.
    private static int find(String spelling, List<String> squeezed) {
        if (!spelling.endsWith("*")) {
            return squeezed.indexOf(spelling);
        }
        String start = spelling.substring(0, spelling.length() - 1);
        return IntStream.range(0, squeezed.size())
                .filter(index -> squeezed.get(index).startsWith(start))
                .findFirst()
                .orElse(-1);
    }
}
