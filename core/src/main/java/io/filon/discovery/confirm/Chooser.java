package io.filon.discovery.confirm;

import io.filon.discovery.search.Found;
import java.util.ArrayList;
import java.util.List;

/// From thousands of good rules to a few that differ, all on the half that chooses.
///
/// Rules come best first. One that covers mostly the same customers as one already taken is left out, or noted as
/// another way of saying it; of a rule and a narrower one inside it, the wider stays only when its remaining customers
/// are good by themselves.
final class Chooser {

    private static final int LOOKED_AT = 1500;
    private static final double SAME = 0.9;
    private static final double ALIKE = 0.5;
    private static final double INSIDE = 0.9;
    private static final double CARRIED = 0.25;

    /// More than this share of all customers are not a group but the rule; who is not among them stands out instead.
    static final double MOST = 0.6;

    private static final double LEAST_GAIN = 1;

    private final Explored explored;
    private final Rounding rounding;
    private final int least;
    private final int most;
    private final List<Choice> taken = new ArrayList<>();

    /// @param aliases other rules that describe the same customers
    @SuppressWarnings("ArrayRecordComponent") // columns of numbers, never compared
    record Choice(Segment segment, long[] cover, int size, List<String> aliases) {}

    /// @param least fewest customers of this half
    /// @param most  finalists: each costs all of them some power
    Chooser(Explored explored, int least, int most) {
        this.explored = explored;
        this.rounding = new Rounding(explored);
        this.least = least;
        this.most = most;
    }

    /// @param found best first
    List<Choice> choose(List<Found> found) {
        int looked = 0;
        for (Found each : found) {
            if (taken.size() == most || looked++ == LOOKED_AT) {
                break;
            }
            consider(new Segment(each.conditions()));
        }
        return List.copyOf(taken);
    }

    private void consider(Segment found) {
        long[] cover = explored.covers().of(found);
        int size = Covers.count(cover);
        if (size > MOST * explored.covers().rows().length) {
            return;
        }
        for (Choice other : taken) {
            int common = Covers.common(cover, other.cover);
            double alike = (double) common / (size + other.size - common);
            if (alike > ALIKE) {
                if (alike > SAME && !sameAttributes(found, other.segment)) {
                    other.aliases.add(found.text());
                }
                return;
            }
            // the wider of two, when the narrower carries it
            if (common > INSIDE * other.size && empty(cover, other.cover)) {
                return;
            }
        }
        if (explored.gain(found) < LEAST_GAIN) {
            return; // it only stood out while the extremes of all customers were cut off
        }
        taken.removeIf(other -> Covers.common(cover, other.cover) > INSIDE * size && empty(other.cover, cover));
        Segment said = rounding.said(found);
        long[] rounded = explored.covers().of(said);
        if (Covers.count(rounded) >= least) {
            taken.add(new Choice(said, rounded, Covers.count(rounded), new ArrayList<>()));
        }
    }

    private static boolean sameAttributes(Segment one, Segment other) {
        return one.conditions().stream()
                .map(condition -> condition.attribute())
                .toList()
                .equals(other.conditions().stream()
                        .map(condition -> condition.attribute())
                        .toList());
    }

    /// Whether what the wider has beyond the narrower carries next to nothing of what the wider is ahead by.
    private boolean empty(long[] wider, long[] narrower) {
        double mean = explored.mean();
        double ahead = explored.mean(wider) - mean;
        double rest = explored.mean(Covers.without(wider, narrower)) - mean;
        return rest < CARRIED * ahead;
    }
}
