package io.filon.report;

import io.filon.report.Audit.Finding;
import io.filon.report.section.Apart.Trait;
import io.filon.text.Phrase;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Optional;

/// The trait of star customers with most money behind it, as one of the things to say first.
final class FindingApart {

    /// Of the base's net; less than this is not worth the reader's first minute.
    private static final BigDecimal WORTH_SAYING = new BigDecimal("0.02");

    private final Audit audit;

    FindingApart(Audit audit) {
        this.audit = audit;
    }

    /// A trait that held, is more common among stars, and would bring money without its best customer too.
    Optional<Finding> strongest() {
        BigDecimal least = audit.base().net().abs().multiply(WORTH_SAYING);
        return audit.apart().stars().holds().stream()
                .filter(trait -> trait.share() > trait.restShare())
                .filter(trait -> trait.extraWithoutBest().compareTo(least) > 0)
                .max(Comparator.comparing(Trait::extra))
                .map(FindingApart::finding);
    }

    private static Finding finding(Trait trait) {
        return new Finding(
                "stars_apart",
                new Phrase("finding.stars_apart", trait.sentence().values()),
                Phrase.of("certainty.checked_by_chance"),
                trait.extra(),
                "star_likes",
                Phrase.of("next_step.stars_apart"));
    }
}
