package io.filon.rule.live.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Numbers for words, shared by all customers, so that a word costs one number a time. Grows with the different words
/// that rules look at. For one thread.
public final class Dictionary {

    private final Map<String, Integer> codes = new HashMap<>();
    private final List<String> words = new ArrayList<>();

    public int code(String word) {
        Integer known = codes.putIfAbsent(word, words.size());
        if (known != null) {
            return known;
        }
        words.add(word);
        return words.size() - 1;
    }

    public String word(int code) {
        return words.get(code);
    }
}
