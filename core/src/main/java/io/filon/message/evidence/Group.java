package io.filon.message.evidence;

import static io.filon.problem.Require.require;

/// Who is spoken to.
///
/// @param key        of the segment
/// @param name       as people call it
/// @param definition its rule as text, to tell what is so by definition
public record Group(String key, String name, String definition) {

    public Group {
        require(!key.isBlank(), "a group needs a key");
    }

    /// Whether the rule asks any of these, so that finding them in the group says nothing.
    boolean asks(String... words) {
        for (String word : words) {
            if (definition.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
