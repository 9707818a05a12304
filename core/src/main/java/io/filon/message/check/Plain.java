package io.filon.message.check;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A text as it is searched: lower case, without accents, with plain spaces, each character where it was. What a mail
/// program fills in (`{nombre}`) and addresses of pages are blanked out.
///
/// @param text  as written
/// @param plain of the same length
public record Plain(String text, String plain) {

    private static final Pattern BLANKED = Pattern.compile("\\{\\{?[^{}]*\\}?\\}|https?://\\S+|www\\.\\S+");
    private static final Pattern ENDS = Pattern.compile("(?<=[.!?…])\\s+|\\n+");
    private static final Pattern WORD = Pattern.compile("\\p{L}+");
    private static final Set<String> SPANISH = Set.of(
            "el", "la", "de", "que", "y", "los", "las", "por", "con", "su", "para", "un", "una", "del", "se", "tu");
    private static final Set<String> ENGLISH =
            Set.of("the", "of", "and", "to", "for", "with", "you", "your", "is", "we", "our", "it", "at", "on", "are");

    /// A sentence and where it begins.
    public record Part(int start, int end) {}

    public static Plain of(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            plain.append(plain(text.charAt(i)));
        }
        Matcher blanked = BLANKED.matcher(plain.toString());
        while (blanked.find()) {
            for (int i = blanked.start(); i < blanked.end(); i++) {
                plain.setCharAt(i, ' ');
            }
        }
        return new Plain(text, plain.toString());
    }

    private static char plain(char letter) {
        if (letter == '\u00a0' || letter == '\u202f' || letter == '\t' || letter == '\r') {
            return ' ';
        }
        if (letter == '’') {
            return '\'';
        }
        return Character.toLowerCase(Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFD)
                .charAt(0));
    }

    /// Words without accents, as [#plain] has them.
    static String words(String text) {
        return of(text).plain();
    }

    List<Part> sentences() {
        List<Part> parts = new ArrayList<>();
        int start = 0;
        Matcher ends = ENDS.matcher(plain);
        while (ends.find()) {
            parts.add(new Part(start, ends.start()));
            start = ends.end();
        }
        parts.add(new Part(start, plain.length()));
        return parts.stream()
                .filter(part -> !plain.substring(part.start, part.end).isBlank())
                .toList();
    }

    /// The sentence around a place.
    Part around(int place) {
        return sentences().stream()
                .filter(part -> part.start <= place && place < part.end)
                .findFirst()
                .orElse(new Part(0, plain.length()));
    }

    String plain(Part part) {
        return plain.substring(part.start, part.end);
    }

    /// Told by the small words; Spanish when they do not tell.
    public boolean isEnglish() {
        int spanish = 0;
        int english = 0;
        Matcher words = WORD.matcher(plain);
        while (words.find()) {
            spanish += SPANISH.contains(words.group()) ? 1 : 0;
            english += ENGLISH.contains(words.group()) ? 1 : 0;
        }
        return english > spanish;
    }
}
