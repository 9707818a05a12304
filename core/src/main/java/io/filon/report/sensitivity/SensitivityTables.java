package io.filon.report.sensitivity;

import io.filon.report.sensitivity.Sensitivity.Claim;
import io.filon.report.sensitivity.Sensitivity.Lever;
import io.filon.store.Sql;
import io.filon.store.Store;
import io.filon.text.Phrase;
import io.filon.text.Phrase.Value;
import io.filon.workspace.Settings;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds the assumptions that would change the report most: first those with a value in their range that turns
/// something the report says, then by how much money they move.
///
/// Everything in the ledger is linear in each assumption, so an amount is `amount - cost × growth` and the value that
/// turns it is exact; the star rule ranks, so it is evaluated anew.
public final class SensitivityTables {

    private static final int SHOWN = 3;

    /// A value so many times beyond the range is not worth naming.
    private static final double FAR = 5;

    private record Range(
            String name,
            String unit,
            double value,
            double low,
            double high,
            double lowScale,
            double highScale,
            long losingAtLow,
            long losingAtHigh) {

        Scale scale() {
            return new Scale(name, value);
        }

        boolean credible(double other) {
            return other <= FAR * high && other * FAR >= low;
        }

        boolean holds(double other) {
            return low <= other && other <= high;
        }
    }

    private record Effect(String claim, @Nullable String channel, String name, double amount, double cost) {}

    private final Store store;
    private final Settings settings;

    public SensitivityTables(Store store, Settings settings) {
        this.store = store;
        this.settings = settings;
    }

    public Sensitivity sensitivity() {
        List<Range> ranges = store.query(
                Sql.of("select assumption_scales.*, assumption_ends.losing_at_low, assumption_ends.losing_at_high "
                        + "from assumption_scales inner join assumption_ends "
                        + "on assumption_ends.name = assumption_scales.name order by assumption_scales.name"),
                Range.class);
        if (ranges.isEmpty()) {
            return new Sensitivity(List.of(), 0, Phrase.of("sensitivity.why.nothing_assumed"));
        }
        List<Effect> effects = store.query(
                Sql.of("select assumption_effects.claim, coalesce(channel_names.name, assumption_effects.channel) as "
                        + "channel, assumption_effects.name, assumption_effects.amount, assumption_effects.cost "
                        + "from assumption_effects left join channel_names "
                        + "on channel_names.channel = assumption_effects.channel"),
                Effect.class);
        StarsHeld stars = new StarsHeld(store, settings.stars());
        List<Lever> levers = ranges.stream()
                .map(range -> lever(range, effects, stars))
                .sorted(Comparator.comparing((Lever lever) -> !lever.flips())
                        .thenComparing(SensitivityTables::moved, Comparator.reverseOrder())
                        .thenComparing(Lever::name))
                .toList();
        return new Sensitivity(levers.stream().limit(SHOWN).toList(), Math.max(0, levers.size() - SHOWN), null);
    }

    private static BigDecimal moved(Lever lever) {
        return lever.netAtHigh().subtract(lever.netAtLow()).abs();
    }

    private static Lever lever(Range range, List<Effect> effects, StarsHeld stars) {
        Effect net = effects.stream()
                .filter(effect -> effect.claim.equals("net") && effect.name.equals(range.name))
                .findFirst()
                .orElseThrow();
        List<Claim> claims = new ArrayList<>();
        effects.stream()
                .filter(effect -> effect.name.equals(range.name) && effect.cost != 0 && effect.amount != 0)
                .sorted(Comparator.comparing((Effect effect) ->
                        List.of("net", "loss_makers", "channel").indexOf(effect.claim)))
                .forEach(effect -> claims.add(claim(range, effect)));
        boolean ranked = stars.any();
        if (ranked) {
            claims.add(starClaim(range, stars));
        }
        return new Lever(
                range.name,
                Phrase.of("assumption." + range.name),
                range.value,
                range.low,
                range.high,
                range.unit,
                money(net.amount - net.cost * range.lowScale),
                money(net.amount - net.cost * range.highScale),
                range.losingAtLow,
                range.losingAtHigh,
                ranked ? Double.valueOf(stars.kept(range.name, range.lowScale)) : null,
                ranked ? Double.valueOf(stars.kept(range.name, range.highScale)) : null,
                claims,
                Phrase.of("measure." + range.name));
    }

    private static Claim claim(Range range, Effect effect) {
        Optional<Double> turn = range.scale().valueAt(effect.amount / effect.cost);
        boolean within = turn.filter(range::holds).isPresent();
        String channel = effect.channel == null ? "" : effect.channel;
        String side = effect.amount < 0 ? ".negative" : ".positive";
        String key = "sensitivity." + effect.claim + (effect.claim.equals("loss_makers") ? "" : side);
        List<Value> values = new ArrayList<>(List.of(
                new Value.Name(channel), new Value.Money(money(effect.amount).abs())));
        turn.ifPresent(value -> values.add(written(range.unit, value)));
        return new Claim(
                effect.claim,
                channel,
                money(effect.amount),
                turn.orElse(null),
                within,
                new Phrase(key + bound(turn, range), values));
    }

    private static Claim starClaim(Range range, StarsHeld stars) {
        Optional<Double> turn =
                stars.losesAt(range.scale(), range.low).or(() -> stars.losesAt(range.scale(), range.high));
        List<Value> values = new ArrayList<>();
        turn.ifPresent(value -> values.add(written(range.unit, value)));
        return new Claim(
                "stars",
                "",
                null,
                turn.orElse(null),
                turn.isPresent(),
                new Phrase("sensitivity.stars" + bound(turn, range), values));
    }

    private static String bound(Optional<Double> turn, Range range) {
        return turn.filter(range::credible)
                .map(value -> value > range.value ? ".until" : ".from")
                .orElse(".always");
    }

    /// A value with its unit, as the table of assumptions writes it.
    private static Value written(String unit, double number) {
        return switch (unit) {
            case "share" -> new Value.Share(number);
            case "money" -> number < 0.1 && number > 0 ? new Value.Decimal(number, 3) : new Value.Money(money(number));
            default -> new Value.Decimal(number, 1);
        };
    }

    private static BigDecimal money(double amount) {
        return BigDecimal.valueOf(amount).setScale(4, RoundingMode.HALF_UP);
    }
}
