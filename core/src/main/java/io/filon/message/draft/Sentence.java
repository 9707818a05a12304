package io.filon.message.draft;

import java.util.List;

/// A sentence for customers and what it rests on.
///
/// @param evidence ids of it; empty where the sentence claims nothing
public record Sentence(String text, List<String> evidence) {
    public Sentence {
        evidence = List.copyOf(evidence);
    }
}
