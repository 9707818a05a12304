package io.filon.report.market;

import io.filon.market.Found;
import io.filon.market.size.Input;
import io.filon.report.Language;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A market's numbers as people read them.
public record MarketWords(Language lang) {

    private static final Set<String> SHARES =
            Set.of("served_share", "deciding", "competition", "win_rate", "churn", "growth", "universe");

    /// A share, or how many of 100,000 where it would read as none.
    public String penetration(@Nullable Double share) {
        return share == null || share >= 0.001 || share == 0
                ? lang.share(share)
                : lang.say("market.of_many", lang.number(share * 100_000, 1));
    }

    /// A number of `market.yaml` in its unit.
    public String number(String name, double value) {
        if (name.equals("value")) {
            return money(value);
        }
        return SHARES.contains(name) ? lang.share(value) : lang.number(value, 1);
    }

    public String name(String input) {
        return lang.word("market.name", input);
    }

    /// `measured`, `declared` or `assumed`, in words.
    public String origin(Input input) {
        return lang.word("market.origin", input.origin().name().toLowerCase(Locale.ROOT));
    }

    /// What kind of limit a group of the universe is to the company; empty when it is served.
    public String served(Found.Group group) {
        return group.served() > 0 ? "" : lang.say("page.market.not_served");
    }

    public String money(@Nullable Double amount) {
        return amount == null ? lang.unknown() : lang.money(MarketReport.rounded(amount));
    }
}
