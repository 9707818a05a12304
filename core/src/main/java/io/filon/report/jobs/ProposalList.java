package io.filon.report.jobs;

import io.filon.behaviour.job.Proposals.Found;
import io.filon.behaviour.job.Proposals.Proposal;
import io.filon.behaviour.job.Proposals.Sign;
import io.filon.report.Language;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Jobs that the company may not have thought of, with what shows them, how many sessions and what they are worth.
///
/// @param files where they were written
public record ProposalList(long sessions, long unclear, int groups, List<Proposal> proposals, List<String> files) {

    public static ProposalList of(Found found, List<Path> files) {
        return new ProposalList(
                found.sessions(),
                found.unclear(),
                found.groups(),
                found.proposals(),
                files.stream().map(Path::toString).toList());
    }

    /// A sign as a sentence says it.
    public static String says(Sign sign, Language language) {
        return sign.value().isEmpty()
                ? language.word("jobs.fact", sign.fact())
                : language.say("jobs.fact_is", language.word("jobs.fact", sign.fact()), sign.value());
    }

    public String text(Language language) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(language.say(
                "jobs.proposals.summary",
                language.formats().count(unclear),
                language.formats().count(sessions)));
        if (proposals.isEmpty()) {
            lines.add(language.say("jobs.proposals.none"));
        }
        for (Proposal proposal : proposals) {
            lines.add("");
            lines.add(language.say(
                    "jobs.proposals.one",
                    proposal.number(),
                    language.formats().count(proposal.sessions()),
                    language.formats().count(proposal.visitors()),
                    language.formats().count(proposal.purchases())));
            for (Sign sign : proposal.signs()) {
                lines.add("  "
                        + language.say(
                                "jobs.proposals.sign",
                                says(sign, language),
                                language.formats().share(sign.share()),
                                language.formats().share(sign.others())));
            }
            if (!Double.isNaN(proposal.netYearly())) {
                lines.add("  "
                        + language.say(
                                "jobs.proposals.value", language.money(BigDecimal.valueOf(proposal.netYearly()))));
            }
        }
        files.forEach(file -> lines.add(language.say("cli.written", file)));
        return String.join("\n", lines) + "\n";
    }
}
