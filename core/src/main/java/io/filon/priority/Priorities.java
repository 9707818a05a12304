package io.filon.priority;

import io.filon.workspace.Settings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The matrix of priorities, and the budget shared out by it.
///
/// @param rows      by rank
/// @param unowned   customers with a purchase whom no segment owns
/// @param refused   customers who refused to be written to; nobody counts on them
/// @param dormants  who sleeps, by past value and chance of return
/// @param campaigns with a control group, and whether it was drawn by chance
/// @param foretold  whether orders of each customer were foretold; if not all of a segment are taken as alike
public record Priorities(
        Settings.Priorities asked,
        List<Row> rows,
        Plan plan,
        long unowned,
        long refused,
        List<Dormant> dormants,
        List<Campaign> campaigns,
        boolean foretold) {

    public Priorities {
        rows = List.copyOf(rows);
        dormants = List.copyOf(dormants);
        campaigns = List.copyOf(campaigns);
    }

    /// @param chance `likely` (even chance or better to buy in 12 months), `possible` (a fifth or more),
    ///     `unlikely`, or `unknown`
    /// @param pastEach what each left in the last active year
    /// @param expectedEach what each is expected to leave in 12 months without further ado
    public record Dormant(
            String stage,
            String chance,
            long customers,
            double pastEach,
            @Nullable Double buyingChance,
            @Nullable Double expectedEach) {}

    /// @param balanceZ how far apart both groups were before, in standard errors; beyond 3.5 they were not drawn by
    ///     chance
    public record Campaign(
            String campaign,
            long contacted,
            long heldOut,
            double ordersContacted,
            double ordersHeldOut,
            double balanceZ) {

        public boolean drawn() {
            return Math.abs(balanceZ) <= 3.5;
        }
    }
}
