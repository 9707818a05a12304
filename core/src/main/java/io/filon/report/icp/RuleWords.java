package io.filon.report.icp;

import io.filon.icp.operating.Operating;
import io.filon.report.Language;
import io.filon.rule.Catalogue;
import io.filon.rule.Rule;
import io.filon.rule.check.CheckedRule;
import io.filon.rule.say.Sentence;
import io.filon.value.PersonaRules;

/// Rules as parts of sentences: *clientes que tienen de 18 a 32 años*.
final class RuleWords {

    private final PersonaRules rules;
    private final Language language;

    RuleWords(PersonaRules rules, Language language) {
        this.rules = rules;
        this.language = language;
    }

    /// A rule of a persona.
    String persona(Rule rule) {
        return part(rules.checked(rule));
    }

    /// A rule over what a lens knows.
    String lens(Rule rule, Operating operating) {
        return part(CheckedRule.check(rule, new Catalogue("lens", operating.facts())));
    }

    private String part(CheckedRule rule) {
        return part(rule, language);
    }

    static String part(CheckedRule rule, Language language) {
        String sentence =
                Sentence.of(rule, language.messages(), language.formats()).replaceAll("\\.$", "");
        return sentence.substring(0, 1).toLowerCase(language.locale()) + sentence.substring(1);
    }
}
