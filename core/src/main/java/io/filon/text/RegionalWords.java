package io.filon.text;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Words one region says otherwise than Spain: *coste* is *costo* in Mexico. Applied to our sentences before they are
/// filled in, so a name from the user's files is never changed.
///
/// @param instead the region's word by Spain's, both in lower case
record RegionalWords(Map<String, String> instead) {

    static RegionalWords of(ResourceBundle bundle) {
        return new RegionalWords(bundle.keySet().stream().collect(toMap(word -> word, bundle::getString)));
    }

    RegionalWords {
        instead = Map.copyOf(instead);
    }

    String in(String sentence) {
        if (instead.isEmpty()) {
            return sentence;
        }
        String words = instead.keySet().stream().map(Pattern::quote).collect(joining("|"));
        Pattern whole = Pattern.compile(
                "(?<!\\p{L})(?:" + words + ")(?!\\p{L})", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        return whole.matcher(sentence).replaceAll(found -> Matcher.quoteReplacement(replacement(found.group())));
    }

    private String replacement(String word) {
        String other = instead.getOrDefault(word.toLowerCase(Locale.ROOT), word);
        boolean capital = Character.isUpperCase(word.charAt(0));
        return capital ? Character.toUpperCase(other.charAt(0)) + other.substring(1) : other;
    }
}
