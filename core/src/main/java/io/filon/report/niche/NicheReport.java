package io.filon.report.niche;

import io.filon.niche.Niche;
import io.filon.niche.Niches;
import io.filon.niche.Range;
import io.filon.report.market.MarketReport;
import io.filon.text.Phrase;
import io.filon.text.Phrase.Value;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Which niche to take first, and what it says in sentences, the decision first.
public record NicheReport(List<Said> said, Niches found) {

    public record Said(Phrase sentence) {}

    public NicheReport {
        said = List.copyOf(said);
    }

    /// @param language in which the company's own segments are called
    public static NicheReport of(Niches found, Locale language) {
        return new NicheReport(new Sentences(found, language).all(), found);
    }

    /// Three digits are more than such a figure bears.
    public static BigDecimal rounded(double amount) {
        return BigDecimal.valueOf(amount).round(new MathContext(3, RoundingMode.HALF_UP));
    }

    private static final class Sentences {

        private final Niches found;
        private final Locale language;
        private final List<Said> said = new ArrayList<>();

        Sentences(Niches found, Locale language) {
            this.found = found;
            this.language = language;
        }

        List<Said> all() {
            Optional<Niche> leader = found.leader();
            if (leader.isEmpty()) {
                say(
                        found.customers() == 0 ? "niche.verdict.no_buyers" : "niche.verdict.no_niche",
                        new Value.Count(found.least()),
                        new Value.Count(found.customers()));
            } else {
                verdict(leader.get());
                size(leader.get());
            }
            say("niche.values." + found.values());
            found.missing().forEach(key -> say("niche.missing." + key));
            return said;
        }

        private void verdict(Niche leader) {
            say(
                    "niche.verdict." + found.verdict(),
                    new Value.Name(leader.name().in(language)),
                    money(leader.gain().value()),
                    between(leader.gain()),
                    new Value.Share(leader.firstChance()),
                    new Value.Share(Niches.SURE));
            if (found.tooClose() && found.niches().size() > 1) {
                Niche second = rival(leader);
                say(
                        "niche.rival",
                        new Value.Name(second.name().in(language)),
                        money(second.gain().value()),
                        new Value.Share(second.firstChance()));
            }
        }

        /// Who else comes first most often.
        private Niche rival(Niche leader) {
            Niche rival = found.niches().get(1);
            for (Niche one : found.niches()) {
                rival = !one.equals(leader) && one.firstChance() > rival.firstChance() ? one : rival;
            }
            return rival;
        }

        private void size(Niche leader) {
            say(
                    "niche.worth",
                    new Value.Decimal(
                            leader.newCustomers().value(), leader.newCustomers().value() < 10 ? 1 : 0),
                    new Value.Count(found.horizonMonths()),
                    money(leader.worth().value()));
            Range part = leader.share().ofWinnable();
            Double ofNiche = leader.share().ofAll();
            Double ofMarket = found.market().ofAll();
            if (part == null || ofNiche == null || ofMarket == null) {
                say("niche.dominance.unknown");
                return;
            }
            say(
                    "niche.dominance",
                    new Value.Name(leader.name().in(language)),
                    new Value.Share(part.value()),
                    new Value.Share(ofNiche),
                    MarketReport.share(ofMarket));
        }

        private void say(String key, Value... values) {
            said.add(new Said(new Phrase(key, List.of(values))));
        }

        private static Value between(Range range) {
            return new Value.Said(
                    range.low() == range.high()
                            ? Phrase.of("market.sure")
                            : Phrase.of("market.between", money(range.low()), money(range.high())));
        }

        private static Value money(double amount) {
            return new Value.Money(rounded(amount));
        }
    }
}
