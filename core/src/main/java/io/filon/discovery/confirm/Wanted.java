package io.filon.discovery.confirm;

import static io.filon.problem.Require.require;

/// What is looked for. What is 0 is set from the number of customers, before any outcome is read.
///
/// @param low          whether low values are looked for
/// @param depth        most conditions of a rule, 1 to 4; 0 for what the base bears
/// @param top          most findings
/// @param minCustomers fewest customers of a rule; 0 for the larger of 30 and 0.1 % (15 under 1,000 customers)
/// @param bins         most quantiles of a number, 2 to 62
/// @param threads      at least 1; never changes the result
/// @param seed         of the halves and the permutations
/// @param guard        how the share of false findings is held
public record Wanted(boolean low, int depth, int top, int minCustomers, int bins, int threads, long seed, Guard guard) {

    /// Share of false findings accepted among the confirmed, on average.
    public static final double FALSE_SHARE = 0.05;

    public static final Wanted HIGH = new Wanted(false, 0, 20, 0, 16, 2, 1);

    /// As findings are usually guarded.
    public Wanted(boolean low, int depth, int top, int minCustomers, int bins, int threads, long seed) {
        this(low, depth, top, minCustomers, bins, threads, seed, Guard.BH);
    }

    public Wanted {
        require(depth >= 0 && depth <= 4, "depth (%d) must be 1 to 4, or 0", depth);
        require(top >= 1, "top (%d) must be at least 1", top);
        require(minCustomers >= 0, "minCustomers (%d) must be at least 1, or 0", minCustomers);
        require(threads >= 1, "threads (%d) must be at least 1", threads);
    }

    /// Single conditions under 1,000 customers, pairs under 5,000, else triples.
    int depthFor(int customers) {
        if (depth > 0) {
            return depth;
        }
        return customers < Discovery.SMALL ? 1 : customers < 5000 ? 2 : 3;
    }

    public int leastOf(int customers) {
        if (minCustomers > 0) {
            return minCustomers;
        }
        return customers < Discovery.SMALL ? 15 : Math.max(30, (customers + 999) / 1000);
    }
}
