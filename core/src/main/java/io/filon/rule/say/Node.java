package io.filon.rule.say;

import java.util.List;

/// A rule as phrases, before they are laid out.
sealed interface Node {

    /// A verb phrase: *tienen al menos 2 pedidos*.
    record Clause(String text) implements Node {}

    /// @param join    how its parts belong together
    /// @param heading what stands over them in a list, a verb phrase too
    record Group(Join join, String heading, List<Node> parts) implements Node {
        public Group {
            parts = List.copyOf(parts);
        }
    }

    enum Join {
        AND,
        OR,
        /// So many of them: only the heading says how many.
        COUNTED
    }

    /// 0 of a clause, 1 of a group of clauses.
    default int depth() {
        return switch (this) {
            case Clause _ -> 0;
            case Group group ->
                1 + group.parts.stream().mapToInt(Node::depth).max().orElse(0);
        };
    }

    default boolean isCounted() {
        return this instanceof Group group
                && (group.join == Join.COUNTED || group.parts.stream().anyMatch(Node::isCounted));
    }
}
