package io.filon.demo.visit;

import java.util.List;

/// One visit as drawn: what for, and what is done besides what the occasion asks.
///
/// @param job      hidden
/// @param looks    whether a product is seen where nothing is bought
/// @param steps    in their order
/// @param strays   of the further products seen, so many are from another category; the first ones
/// @param seconds  its length, where the occasion leaves it open
/// @param source   where it came from
public record Visit(
        Occasion occasion, String job, boolean looks, List<Step> steps, int strays, double seconds, String source) {

    public Visit {
        steps = List.copyOf(steps);
    }

    /// How often a step is made.
    public long count(Step step) {
        return steps.stream().filter(each -> each == step).count();
    }
}
