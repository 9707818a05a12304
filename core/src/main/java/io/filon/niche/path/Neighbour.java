package io.filon.niche.path;

import org.jspecify.annotations.Nullable;

/// How near one niche lies to another, 0..1 each way of being near; null where no file tells.
///
/// @param from,to    keys of the niches
/// @param fromThing,toThing what tells them, or what half of their customers or more bought first
/// @param job        how far both come for the same
/// @param attributes how far both are told by the same facts
/// @param channels   how far both come through the same channels
/// @param moved      of customers of `from` who bought both its thing and that of `to`, the share who bought its own
///     first, as far as it is beyond one in two at its cautious end
/// @param moves      customers who did
/// @param byChance   that would have, had they bought in any order
/// @param near       mean of those that are known: what the order of niches uses
public record Neighbour(
        String from,
        String to,
        @Nullable String fromThing,
        @Nullable String toThing,
        @Nullable Double job,
        @Nullable Double attributes,
        @Nullable Double channels,
        @Nullable Double moved,
        long moves,
        double byChance,
        double near) {

    /// Whether customers go on from one to the other beyond chance.
    public boolean goesOn() {
        return moved != null && moved > 0;
    }
}
