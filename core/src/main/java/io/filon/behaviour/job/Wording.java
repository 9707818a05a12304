package io.filon.behaviour.job;

import java.util.Locale;

/// Words people read, in both languages; the Spanish ones where nobody wrote English ones.
public record Wording(String spanish, String english) {

    public Wording {
        english = english.isEmpty() ? spanish : english;
    }

    public String in(Locale locale) {
        return locale.getLanguage().equals("en") ? english : spanish;
    }
}
