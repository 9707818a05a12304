package io.filon.niche.path;

import java.util.List;

/// In which order to take niches so that they leave most together; from the first niche on, where one is clearly
/// first.
///
/// @param exact  whether every order was compared; else the best next one was taken again and again, and pairs
///     swapped while that helped
/// @param months over which the order is planned
/// @param worth  what all steps leave in the customers' first 12 months
/// @param nextTo how much more is won beside an alike niche already won: assumed
public record ExpansionPath(boolean exact, int months, double nextTo, double worth, List<Step> steps) {

    /// A step ends when this part of the customers the company can have of the niche by the end of the plan, those of
    /// today included, are its own.
    public static final double ENOUGH = 0.60;

    /// @param niche        its key
    /// @param afterMonths  when it begins
    /// @param months       how long it takes at the pace that reach and capacity allow; the last
    ///     step may be cut short
    /// @param newCustomers won in it
    /// @param worth        what they leave in their first 12 months, those of an earlier step not
    ///     counted
    /// @param near         how near it lies to the nearest niche taken before, 0..1; 0 for the first
    /// @param nearest      key of that niche; empty for the first
    /// @param endsAt       customers from which on it is won: [#ENOUGH] of what can be won
    /// @param reached      whether that is within the months planned
    public record Step(
            String niche,
            double afterMonths,
            double months,
            double newCustomers,
            double worth,
            double near,
            String nearest,
            long endsAt,
            boolean reached) {}

    public ExpansionPath {
        steps = List.copyOf(steps);
    }
}
