package io.filon.intake.recipe;

import io.filon.intake.plan.Kind;
import io.filon.intake.plan.Role;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One known export: the headers that tell it, and what each of its columns means.
///
/// @param telling  groups of headers, all of which must be there; a group is met by any of its spellings
/// @param columns  role to spellings, the preferred first, all squeezed
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

    public Recipe {
        telling = telling.stream().map(List::copyOf).toList();
        columns = new LinkedHashMap<>(columns);
        statuses = Map.copyOf(statuses);
        settings = Map.copyOf(settings);
    }

    /// How many of its columns these headers hold; 0 when it is another export.
    public int score(List<String> headers) {
        Set<String> present = new HashSet<>();
        headers.forEach(header -> present.add(HeaderWords.squeezed(header)));
        boolean told = telling.stream().allMatch(group -> group.stream().anyMatch(present::contains));
        if (!told) {
            return 0;
        }
        long known = columns.values().stream()
                .filter(spellings -> spellings.stream().anyMatch(present::contains))
                .count();
        return (int) known + telling.size();
    }

    /// The role of every header, in order: a role goes to the first of its spellings that is there.
    public List<Role> roles(List<String> headers) {
        List<String> squeezed = headers.stream().map(HeaderWords::squeezed).toList();
        Role[] roles = new Role[headers.size()];
        java.util.Arrays.fill(roles, other);
        columns.forEach((role, spellings) -> spellings.stream()
                .map(squeezed::indexOf)
                .filter(index -> index >= 0 && roles[index] == other)
                .findFirst()
                .ifPresent(index -> roles[index] = role));
        return List.of(roles);
    }
}
