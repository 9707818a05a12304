package io.filon.intake.lexicon;

import io.filon.intake.plan.Kind;
import io.filon.intake.plan.Role;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// What a file of one kind may hold, see `kinds.yaml`.
///
/// @param roles  how much finding each tells
/// @param needs  one of each group must be found
/// @param unique one of these must differ on every row, if any is named
/// @param words  concepts one of which a header must speak of, if any is named
public record KindRule(Kind kind, Map<Role, Double> roles, List<Set<Role>> needs, Set<Role> unique, Set<String> words) {

    static KindRule read(Kind kind, JsonNode yaml) {
        Map<Role, Double> roles = new LinkedHashMap<>();
        yaml.get("roles")
                .properties()
                .forEach(entry ->
                        roles.put(Lexicon.role(entry.getKey()), entry.getValue().asDouble()));
        List<Set<Role>> needs = new ArrayList<>();
        yaml.get("needs").forEach(group -> needs.add(roles(group)));
        Set<String> words = new HashSet<>();
        yaml.path("words").forEach(word -> words.add(word.asString()));
        return new KindRule(kind, roles, needs, roles(yaml.path("unique")), words);
    }

    /// The same kind where only these must be found, an order's number on one row only.
    public KindRule needing(List<Set<Role>> others) {
        return new KindRule(kind, roles, others, Set.of(Role.ORDER_ID), words);
    }

    private static Set<Role> roles(JsonNode list) {
        Set<Role> roles = new HashSet<>();
        list.forEach(word -> roles.add(Lexicon.role(word.asString())));
        return roles;
    }

    public boolean satisfiedBy(Set<Role> found) {
        return needs.stream().allMatch(group -> group.stream().anyMatch(found::contains));
    }
}
