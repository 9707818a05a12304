package io.filon.segment;

import io.filon.problem.Problem;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/// A segment as its file has it, before its references are followed and its facts looked up.
///
/// @param place    what a problem calls it: `vip.yaml`
/// @param document its `name` and `rule`, as the rule language reads them
/// @param problems of its other words
record Draft(
        String key, Origin origin, String place, Label name, Label about, ObjectNode document, List<Problem> problems) {
    Draft {
        problems = List.copyOf(problems);
    }

    /// What a rule may call it.
    Set<String> names() {
        Set<String> names = new LinkedHashSet<>(List.of(key, name.spanish(), name.english()));
        names.remove("");
        return names;
    }
}
