package io.filon.market;

import io.filon.market.size.Input;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What `market.yaml` says: who could buy at all, whom the company serves, and the numbers its own files cannot tell.
///
/// @param horizonMonths over which the market is to be won
/// @param universe      who could buy at all
/// @param match         a universe's column and the fact of a customer that says the same
/// @param serve         a universe's column and the values the company sells to; a column not named is no limit
/// @param topDown       what is spent a year on what the company sells, by somebody's study; null when nobody said
/// @param inputs        numbers by the names of [io.filon.market.size.Inputs]; what is not there is measured
/// @param elsewhere    what the win rate is multiplied by in groups where nobody buys of the company yet; NaN when
/// nobody said
/// @param tie           correlation of value, win rate and growth
public record MarketPlan(
        int horizonMonths,
        Universe universe,
        Map<String, String> match,
        Map<String, Set<String>> serve,
        @Nullable Input topDown,
        Map<String, Input> inputs,
        double elsewhere,
        double tie) {

    public static final double USUAL_TIE = 0.5;

    public MarketPlan {
        match = Map.copyOf(match);
        serve = Map.copyOf(serve);
        inputs = Map.copyOf(inputs);
    }

    /// @param file   beside `market.yaml`, with a column `count`; empty when the groups are typed
    /// @param count  the column with how many there are
    /// @param doubt  by how much every count may be wrong, 0.1 for a tenth either way
    /// @param source where it comes from
    /// @param groups typed ones: columns and values, `count` among them
    public record Universe(String file, String count, double doubt, String source, List<Map<String, String>> groups) {
        public Universe {
            groups = List.copyOf(groups);
        }
    }
}
