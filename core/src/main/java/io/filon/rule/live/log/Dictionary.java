package io.filon.rule.live.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Numbers for words, shared by all customers, so that a word costs one number a time. Grows with the different words
/// that rules read again. For one thread.
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

    /// Tells a word from others where nobody reads it again, so that it need not be kept: FNV-1a over the letters, then
    /// mixed. Two different words are taken for one with a chance of 1 in 2⁶⁴.
    public static long fingerprint(String word) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < word.length(); i++) {
            hash = (hash ^ word.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ hash >>> 32) * 0xd6e8feb86659fd93L;
        return hash ^ hash >>> 32;
    }
}
