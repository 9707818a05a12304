package io.filon.market;

import io.filon.market.size.Input;
import io.filon.market.size.Sizing;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What was found of a market. Money is net sales a year, in the workspace currency.
///
/// @param source       where the universe comes from; empty when nobody said
/// @param inputs       the numbers used, by name
/// @param unsaid       limits that nobody said and no file shows, so nothing holds the figure down there
/// @param missing      what would have to be known to size the market, or what can be won of it
/// @param result       null when `value` is missing; what is obtainable means nothing when `win_rate` is
/// @param topDown      the whole market by somebody's study; null when nobody said
/// @param supported    part of the whole market in groups where the company already has [#FEWEST] customers
/// @param outside      customers whose group is not in the universe
public record Found(
        int horizonMonths,
        int draws,
        long seed,
        double tie,
        String source,
        List<Group> groups,
        Map<String, Input> inputs,
        List<String> unsaid,
        List<String> missing,
        Sizing.@Nullable Result result,
        @Nullable Input topDown,
        double supported,
        long outside) {

    /// Customers from which on a group counts as one the company has shown it can sell to.
    public static final int FEWEST = 5;

    public Found {
        groups = List.copyOf(groups);
        unsaid = List.copyOf(unsaid);
        missing = List.copyOf(missing);
    }

    /// @param of          what the universe's matched columns say, all columns when none is matched
    /// @param count       in the market
    /// @param served      of them, whom the company serves
    /// @param customers   who bought in the last year
    /// @param penetration the second over the first; null when nobody is there
    /// @param sales       what the whole group would be worth a year; null when `value` is not known
    /// @param winRate     null when there are no deals
    public record Group(
            List<String> of,
            double count,
            double served,
            long customers,
            @Nullable Double penetration,
            @Nullable Double sales,
            long deals,
            @Nullable Double winRate) {

        public String name() {
            return String.join(" · ", of);
        }
    }

    public boolean canWin() {
        return !missing.contains("win_rate") && result != null;
    }
}
