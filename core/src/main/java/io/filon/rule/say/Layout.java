package io.filon.rule.say;

import java.util.List;

/// Puts the phrases of a rule into one sentence, or into a list where a sentence could be read in two ways.
///
/// Groups inside a group are set off by semicolons; what lies deeper, or must be counted, becomes a list.
record Layout(Voice voice) {

    String whole(Node node) {
        boolean list = node.depth() > 2 || node.isCounted();
        return list ? list(node, 0) : sentence(node);
    }

    private String sentence(Node node) {
        return switch (node) {
            case Node.Clause(String text) -> text;
            case Node.Group group -> {
                List<String> parts = group.parts().stream().map(this::inside).toList();
                boolean nested = group.parts().stream().anyMatch(Node.Group.class::isInstance);
                yield joined(parts, group.join(), nested);
            }
        };
    }

    private String inside(Node node) {
        return node instanceof Node.Group group
                ? joined(group.parts().stream().map(this::inline).toList(), group.join(), false)
                : inline(node);
    }

    /// Within other words; groups of groups in parentheses.
    String inline(Node node) {
        return switch (node) {
            case Node.Clause(String text) -> text;
            case Node.Group(Node.Join join, String heading, List<Node> parts) -> {
                List<String> said = parts.stream()
                        .map(part -> part instanceof Node.Group || join == Node.Join.COUNTED
                                ? "(%s)".formatted(inline(part))
                                : inline(part))
                        .toList();
                yield join == Node.Join.COUNTED
                        ? "%s %s".formatted(heading, String.join(", ", said))
                        : joined(said, join, false);
            }
        };
    }

    private String joined(List<String> parts, Node.Join join, boolean nested) {
        return voice.joined(parts, join == Node.Join.AND ? "and" : "or", nested);
    }

    private String list(Node node, int depth) {
        return switch (node) {
            case Node.Clause(String text) -> text;
            case Node.Group group -> {
                StringBuilder list = new StringBuilder(group.heading());
                for (Node part : group.parts()) {
                    list.append('\n')
                            .append("  ".repeat(depth))
                            .append(voice.say("rule.bullet", list(part, depth + 1)));
                }
                yield list.toString();
            }
        };
    }
}
