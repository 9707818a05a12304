package io.filon.report.market;

import io.filon.market.Found;
import io.filon.market.size.Input;
import io.filon.market.size.Sizing;
import io.filon.market.size.Sizing.Range;
import io.filon.text.Phrase;
import io.filon.text.Phrase.Value;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was found of a market, and what it says in sentences, the largest first.
public record MarketReport(List<Said> said, Found market) {

    public record Said(Phrase sentence) {}

    public static MarketReport of(Found market) {
        return new MarketReport(new Sentences(market).all(), market);
    }

    /// A share, or how many of 100,000 where it would read as none.
    public static Value share(double share) {
        return new Value.Said(
                share == 0 || share >= 0.001
                        ? Phrase.of("market.share", new Value.Share(share))
                        : Phrase.of("market.of_many", new Value.Decimal(share * 100_000, 1)));
    }

    /// Three digits are more than such a figure bears.
    static BigDecimal rounded(double amount) {
        return BigDecimal.valueOf(amount).round(new MathContext(3, RoundingMode.HALF_UP));
    }

    private static final class Sentences {

        /// Studies are not held against a count that is this near.
        private static final double NEAR = 1.25;

        /// From which share on there is nothing else worth a word.
        private static final double WHOLE = 0.995;

        private final Found market;
        private final List<Said> said = new ArrayList<>();

        Sentences(Found market) {
            this.market = market;
        }

        List<Said> all() {
            Sizing.Result result = market.result();
            if (result == null) {
                say("market.missing.value", new Value.Count(there()));
            } else {
                sizes(result);
            }
            if (market.supported() >= WHOLE) {
                say("market.supported.all", new Value.Count(Found.FEWEST));
            } else {
                say("market.supported", new Value.Share(market.supported()), new Value.Count(Found.FEWEST));
            }
            if (market.outside() > 0) {
                say("market.outside", new Value.Count(market.outside()));
            }
            market.unsaid().forEach(name -> say("market.unsaid." + name));
            return said;
        }

        private void sizes(Sizing.Result result) {
            Range total = result.total();
            say("market.total", money(total.middle()), between(total), new Value.Count(there()));
            topDown(market.topDown(), total);
            Range available = result.available();
            say(
                    "market.available",
                    money(available.middle()),
                    between(available),
                    new Value.Share(total.middle() == 0 ? 0 : available.middle() / total.middle()));
            if (!market.canWin()) {
                say("market.missing.win_rate");
                return;
            }
            Range won = result.obtainable();
            say(
                    "market.obtainable",
                    new Value.Count(market.horizonMonths()),
                    money(won.middle()),
                    between(won),
                    share(result.share().middle()));
            Range newOnes = result.newCustomers();
            say(
                    "market.new_customers",
                    new Value.Count(Math.round(newOnes.middle())),
                    numbers(newOnes),
                    new Value.Count(Math.round(result.customers().middle())));
            limit(result.limits());
        }

        private void topDown(@Nullable Input study, Range counted) {
            if (study == null) {
                return;
            }
            double times = counted.middle() == 0 ? 0 : study.value() / counted.middle();
            String key = times >= NEAR
                    ? "market.top_down.more"
                    : times > 0 && times <= 1 / NEAR ? "market.top_down.less" : "market.top_down.near";
            say(
                    key,
                    money(study.value()),
                    new Value.Decimal(times >= 1 || times == 0 ? times : 1 / times, 1),
                    new Value.Name(study.source()));
        }

        private void limit(Sizing.Limits limits) {
            double most = Math.max(limits.demand(), Math.max(limits.reach(), limits.capacity()));
            String which = most == limits.demand() ? "demand" : most == limits.reach() ? "reach" : "capacity";
            say("market.limit." + which, new Value.Share(most));
        }

        private long there() {
            return Math.round(
                    market.groups().stream().mapToDouble(Found.Group::count).sum());
        }

        private void say(String key, Value... values) {
            said.add(new Said(new Phrase(key, List.of(values))));
        }

        /// Nothing where nothing is in doubt.
        private static Value between(Range range) {
            return new Value.Said(
                    range.low() == range.high()
                            ? Phrase.of("market.sure")
                            : Phrase.of("market.between", money(range.low()), money(range.high())));
        }

        private static Value numbers(Range range) {
            long low = Math.round(range.low());
            long high = Math.round(range.high());
            return new Value.Said(
                    low == high
                            ? Phrase.of("market.sure")
                            : Phrase.of("market.between", new Value.Count(low), new Value.Count(high)));
        }

        private static Value money(double amount) {
            return new Value.Money(rounded(amount));
        }
    }
}
