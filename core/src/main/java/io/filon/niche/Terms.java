package io.filon.niche;

import static io.filon.problem.Require.require;

import io.filon.workspace.Settings;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// How niches are looked for and compared.
///
/// @param least        buyers from which on a group is a niche
/// @param equalWithin  money nearer than this part of the best counts as equal, 0..1
/// @param nextTo       how much more is won in the same time beside a niche already won, where both are alike in
///     everything, 0 and over: an assumption
/// @param pathMonths   over which the order of niches is planned
/// @param weights      by criterion; together over 0
/// @param fixedTraits  names of traits that do not change with what is bought, as `filon.yaml` says
public record Terms(
        int least,
        double equalWithin,
        double nextTo,
        int pathMonths,
        Map<Criterion, Double> weights,
        List<String> fixedTraits,
        int draws,
        long seed) {

    public static final int DRAWS = 2_000;

    public Terms {
        require(least >= 2, "the smallest niche (%d) must have two customers or more", least);
        require(equalWithin >= 0 && equalWithin < 1, "equalWithin (%s) must be 0 to 1", equalWithin);
        require(nextTo >= 0, "nextTo (%s) must not be negative", nextTo);
        require(pathMonths >= 1, "pathMonths (%d) must be 1 or more", pathMonths);
        require(draws >= 100, "a chance takes 100 draws or more, not %d", draws);
        weights = Map.copyOf(weights);
        fixedTraits = List.copyOf(fixedTraits);
    }

    /// As `filon.yaml` says.
    public static Terms of(Settings.Niches settings, List<String> fixedTraits) {
        Settings.Weights said = settings.weights();
        Map<Criterion, Double> weights = new EnumMap<>(Criterion.class);
        weights.put(Criterion.VALUE, said.value());
        weights.put(Criterion.SIZE, said.size());
        weights.put(Criterion.WIN_RATE, said.winRate());
        weights.put(Criterion.PAYBACK, said.payback());
        weights.put(Criterion.RETENTION, said.retention());
        weights.put(Criterion.REFERRAL, said.referral());
        weights.put(Criterion.SERVICE, said.service());
        weights.put(Criterion.JOB, said.job());
        weights.put(Criterion.EFFORT, said.effort());
        return new Terms(
                settings.smallest(),
                settings.equalWithin(),
                settings.nextTo(),
                settings.pathMonths(),
                weights,
                fixedTraits,
                DRAWS,
                1);
    }

    public static Terms usual() {
        Settings defaults = Settings.defaults();
        return of(defaults.niches(), defaults.fixedTraits());
    }

    /// The same with another smallest niche.
    public Terms withLeast(int smallest) {
        return new Terms(smallest, equalWithin, nextTo, pathMonths, weights, fixedTraits, draws, seed);
    }

    public Terms withSeed(long other) {
        return new Terms(least, equalWithin, nextTo, pathMonths, weights, fixedTraits, draws, other);
    }

    /// The same with fewer or more draws.
    public Terms withDraws(int times) {
        return new Terms(least, equalWithin, nextTo, pathMonths, weights, fixedTraits, times, seed);
    }
}
