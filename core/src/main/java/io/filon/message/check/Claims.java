package io.filon.message.check;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Finds sentences that claim to be the only one, or the best.
final class Claims {

    private static final Pattern ONLY = Pattern.compile(
            "\\b(?:(?:el|la|los|las|lo|somos) unic[oa]s?|unic[oa]s? en|(?:solo|solamente|unicamente) (?:nosotros|aqui|con"
                    + " nosotros|en nuestr\\w+)|nadie (?:mas|ofrece|tiene|hace)|ningun[oa]? otr[oa]|exclusiv\\w+|the only|"
                    + "only (?:we|us|here|with us|at our)|no one else|nobody else|no other|uniquely?|"
                    + "exclusive(?:ly)?)\\b");
    private static final Pattern UNLIKE = Pattern.compile("\\b(?:a diferencia de|unlike)\\b");
    private static final Pattern BEST = Pattern.compile(
            "\\b(?:(?:el|la|los|las|nuestr[oa]s?) mejor(?:es)?|mejor(?:es)? (?:precio|calidad|servicio|oferta)s?|"
                    + "(?:el|la|los|las) mas (?!de\\b|que\\b)\\p{L}+|numero (?:uno|1)|n[.]?\\s?[ºo°] ?1|lider(?:es)?|"
                    + "imbatibles?|insuperables?|inigualables?|inmejorables?|sin rival|sin igual|(?:the|our) best|"
                    + "best (?:price|quality|service|value|deal|in)s?|number one|no[.] ?1|leading|leaders?|"
                    + "the most (?!of\\b)\\p{L}+|the (?:cheap|fast|great|fin|larg|bigg|low|high|fresh|saf|strong|quick)(?:est)|"
                    + "unbeatable|unrivalled|unmatched|second to none)\\b|#1\\b");

    private Claims() {}

    static List<MatchResult> only(Plain text) {
        return ONLY.matcher(text.plain()).results().toList();
    }

    static List<MatchResult> unlike(Plain text) {
        return UNLIKE.matcher(text.plain()).results().toList();
    }

    static List<MatchResult> best(Plain text) {
        return BEST.matcher(text.plain()).results().toList();
    }
}
