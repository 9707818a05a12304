package io.filon.report.icp;

import io.filon.icp.version.Comparison;
import io.filon.icp.version.Version;
import io.filon.report.Language;
import io.filon.rule.check.CheckedRule;
import io.filon.text.Phrase;
import io.filon.text.Phrase.Value;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What changed from one version of the operating ICP to another, as JSON and text show it.
///
/// @param same whether both rules say the same
public record IcpChange(
        Side before,
        Side after,
        boolean same,
        long customersBefore,
        long customersAfter,
        long entering,
        long leaving,
        Icp.@Nullable Figure netBefore,
        Icp.@Nullable Figure netAfter,
        Icp.@Nullable Figure netEntering,
        Icp.@Nullable Figure netLeaving,
        Phrase sentence) {

    /// A version compared.
    ///
    /// @param version  `attract-1`
    /// @param rule     who is one, in words
    /// @param madeOn   the last day of its data
    /// @param reviewOn when to look at it again
    public record Side(String version, String rule, LocalDate madeOn, LocalDate reviewOn) {

        private static Side of(Version version, CheckedRule rule, Language language) {
            return new Side(
                    version.use() + "-" + version.number(),
                    RuleWords.part(rule, language),
                    version.madeOn(),
                    version.reviewOn());
        }

        private String text(Language language) {
            return language.say("icp.compare.version", version, language.date(madeOn), rule);
        }
    }

    public static IcpChange of(Comparison comparison, Language language) {
        Phrase sentence = comparison.same()
                ? Phrase.of("icp.compare.same")
                : Phrase.of(
                        "icp.compare.changed",
                        new Value.Count(comparison.customersBefore()),
                        new Value.Count(comparison.customersAfter()),
                        new Value.Count(comparison.entering()),
                        new Value.Count(comparison.leaving()),
                        Figures.money(comparison.netBefore()),
                        Figures.money(comparison.netAfter()),
                        Figures.money(comparison.netEntering()),
                        Figures.money(comparison.netLeaving()));
        return new IcpChange(
                Side.of(comparison.before(), comparison.ruleBefore(), language),
                Side.of(comparison.after(), comparison.ruleAfter(), language),
                comparison.same(),
                comparison.customersBefore(),
                comparison.customersAfter(),
                comparison.entering(),
                comparison.leaving(),
                Figures.figure(comparison.netBefore()),
                Figures.figure(comparison.netAfter()),
                Figures.figure(comparison.netEntering()),
                Figures.figure(comparison.netLeaving()),
                sentence);
    }

    public String text(Language language) {
        return String.join(
                        "\n",
                        before.text(language),
                        after.text(language),
                        language.say(sentence),
                        language.say("icp.compare.review", after.version, language.date(after.reviewOn)))
                + "\n";
    }
}
