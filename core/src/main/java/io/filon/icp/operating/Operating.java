package io.filon.icp.operating;

import io.filon.discovery.lens.LensAttribute;
import io.filon.icp.claim.Measured;
import io.filon.rule.Fact;
import io.filon.rule.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The ideal customer as the data have it, seen from one lens; found on one half of its customers, every figure from
/// the other half. Money is net contribution in the lens's window, compared within the quarter of arrival.
///
/// @param lens       `attract_contact`, `attract_order` or `grow`
/// @param windowDays over which all are followed
/// @param customers  of the lens
/// @param learned,checked of the two halves
/// @param groups     alternatives of the rule, best first
/// @param share      of the customers checked who belong
/// @param inside     left by one who belongs
/// @param everybody  left by one of all
/// @param personas   left by one that a persona covers; null when there are too few
/// @param overAll    what one who belongs leaves more than one of all
/// @param overPersonas what one who belongs leaves more than one that a persona covers; null when there are too few
/// @param start      points of everybody
/// @param weights    of the score, fact by fact
/// @param curve      what the best by score leave, from the first tenth to everybody
/// @param facts      what its rules ask, by name and type
public record Operating(
        String lens,
        int windowDays,
        long customers,
        int learned,
        int checked,
        State state,
        List<Alternative> groups,
        double share,
        @Nullable Measured inside,
        @Nullable Measured everybody,
        @Nullable Measured personas,
        @Nullable Measured overAll,
        @Nullable Measured overPersonas,
        double start,
        List<Weight> weights,
        List<Point> curve,
        List<Fact> facts) {

    public enum State {
        /// It leaves more than all, on customers not used to find it.
        HOLDS,
        /// It did on those used to find it; the others are too few to tell.
        OPEN,
        /// No group differs beyond chance.
        NOTHING,
        /// Fewer customers than say anything.
        TOO_FEW
    }

    public Operating {
        groups = List.copyOf(groups);
        weights = List.copyOf(weights);
        curve = List.copyOf(curve);
        facts = List.copyOf(facts);
    }

    /// The whole rule.
    public Rule rule() {
        List<Rule> rules = groups.stream().map(Alternative::rule).toList();
        return rules.size() == 1 ? rules.getFirst() : new Rule.Any(rules);
    }

    /// @param rest whether it is meant of those whom no alternative before it takes
    /// @param net  left by one of the group, of the customers checked; null with too few
    public record Alternative(
            Rule rule,
            boolean rest,
            int customers,
            @Nullable Measured net) {}

    /// @param of   the fact
    /// @param kind `is`, `at_most`, `above` or `within`
    public record Weight(LensAttribute of, String kind, String value, double low, double high, double points) {}

    /// @param share    of the customers, best first
    /// @param net      left by one of them
    /// @param netShare of what all leave; null when that is not positive
    public record Point(
            double share, Measured net, @Nullable Measured netShare) {}
}
