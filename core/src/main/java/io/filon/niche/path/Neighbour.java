package io.filon.niche.path;

import org.jspecify.annotations.Nullable;

/// How near one niche lies to another, 0..1 each way of being near; null where no file tells.
///
/// @param from,to    keys of the niches
/// @param job        how far both come for the same
/// @param attributes how far both are told by the same facts
/// @param channels   how far both come through the same channels
/// @param moved      how far beyond one in two, at its cautious end, is the share of customers who bought what `from`
/// buys
///     first before what `to` buys first, among those who bought both
/// @param moves      customers who did
/// @param byChance   that would have, had they bought in any order
/// @param near       mean of those that are known: what the order of niches uses
public record Neighbour(
        String from,
        String to,
        @Nullable Double job,
        @Nullable Double attributes,
        @Nullable Double channels,
        @Nullable Double moved,
        long moves,
        double byChance,
        double near) {}
