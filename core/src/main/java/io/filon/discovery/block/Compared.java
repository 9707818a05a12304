package io.filon.discovery.block;

import io.filon.stats.explained.Gain;
import java.util.List;

/// What came out of setting demography beside behaviour.
///
/// @param state     what can be said
/// @param customers compared: those of whom both are known
/// @param needed    customers it would take, when there are too few; else 0
/// @param told      by all blocks together
/// @param ahead     what browsing foretells over demography, each alone; under 0 when demography is ahead
/// @param seen      the smallest lead that such a base would show in eight cases of ten
public record Compared(State state, int customers, int needed, Gain told, Gain ahead, double seen, List<Part> parts) {

    /// Nothing learnt.
    static final Gain NONE = new Gain(0, 0, 0);

    public Compared {
        parts = List.copyOf(parts);
    }

    static Compared refused(State state, int customers, int needed) {
        return new Compared(state, customers, needed, NONE, NONE, 0, List.of());
    }

    /// What can be said.
    public enum State {
        /// The files are too short to see outcomes.
        TOO_SHORT,
        TOO_FEW,
        NO_DEMOGRAPHY,
        /// No visits of known customers: demography is set beside purchases only.
        NO_BROWSING,
        BROWSING,
        DEMOGRAPHY,
        /// Neither foretells clearly more than the other.
        NO_DIFFERENCE
    }

    /// One block.
    ///
    /// @param facts that tell customers apart
    /// @param known customers of whom at least one is known
    /// @param alone share of the differences between customers that it foretells by itself
    /// @param last  what it adds to all the others
    public record Part(Block block, int facts, int known, Gain alone, Gain last) {}
}
