package io.filon.report.segment;

import io.filon.problem.Problem;
import io.filon.report.Language;
import io.filon.segment.Library;
import java.util.List;

/// A template that a company's files cannot answer yet, and what to send for it.
public record MissingTemplate(String key, String name, String description, List<Lack> lacks) {

    /// @param kind `event`, `property`, `consent`, `answer` or `fact`
    /// @param name of it, as rules write it
    /// @param send what would bring it, in words
    public record Lack(String kind, String name, String send) {}

    static MissingTemplate of(Library.Unanswerable template, Language lang) {
        return new MissingTemplate(
                template.key(),
                template.name().in(lang.locale()),
                template.about().in(lang.locale()),
                template.lacks().stream()
                        .map(problem -> lack(problem, lang))
                        .distinct()
                        .toList());
    }

    /// Unknown names are problems of a path and the name.
    private static Lack lack(Problem problem, Language lang) {
        String name = problem.values().size() > 1 ? problem.values().get(1).toString() : "";
        String kind = kind(problem.code(), name);
        return kind.equals("other")
                ? new Lack(kind, name, problem.in(lang.messages()))
                : new Lack(kind, name, lang.say("segment.lacks." + kind, name));
    }

    private static String kind(String code, String name) {
        if (code.startsWith("rule.unknown_event")) {
            return "event";
        }
        if (code.startsWith("rule.unknown_property")) {
            return "property";
        }
        if (!code.startsWith("rule.unknown_fact")) {
            return "other";
        }
        return name.startsWith("consent.") ? "consent" : name.startsWith("answer.") ? "answer" : "fact";
    }

    String text(Language lang) {
        StringBuilder text = new StringBuilder("%s  %s%n".formatted(key, name));
        lacks.forEach(lack -> text.append("    ").append(lack.send()).append('\n'));
        return text.toString().replace("\r\n", "\n");
    }
}
