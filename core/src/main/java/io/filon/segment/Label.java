package io.filon.segment;

import java.util.Locale;

/// Words people read, in both languages.
///
/// @param english the Spanish words where nobody wrote English ones
public record Label(String spanish, String english) {

    public static final Label NONE = new Label("", "");

    /// The same words in both languages: a name that somebody gave.
    public static Label of(String words) {
        return new Label(words, words);
    }

    public String in(Locale locale) {
        return locale.getLanguage().equals("en") ? english : spanish;
    }
}
