package io.filon.report.icp;

import io.filon.icp.version.Comparison;
import io.filon.report.Language;
import io.filon.text.Phrase;
import io.filon.text.Phrase.Value;
import org.jspecify.annotations.Nullable;

/// What changed from one version of the operating ICP to another, as JSON and text show it.
///
/// @param before,after versions, `attract-1`
public record IcpChange(
        String before,
        String after,
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

    public static IcpChange of(Comparison comparison) {
        Phrase sentence = comparison.same()
                ? Phrase.of("icp.compare.same")
                : Phrase.of(
                        "icp.compare.changed",
                        new Value.Count(comparison.before().number()),
                        new Value.Count(comparison.after().number()),
                        new Value.Count(comparison.customersBefore()),
                        new Value.Count(comparison.customersAfter()),
                        new Value.Count(comparison.entering()),
                        new Value.Count(comparison.leaving()),
                        Figures.money(comparison.netBefore()),
                        Figures.money(comparison.netAfter()),
                        Figures.money(comparison.netEntering()),
                        Figures.money(comparison.netLeaving()));
        return new IcpChange(
                comparison.before().use() + "-" + comparison.before().number(),
                comparison.after().use() + "-" + comparison.after().number(),
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
        return language.say(sentence) + "\n";
    }
}
