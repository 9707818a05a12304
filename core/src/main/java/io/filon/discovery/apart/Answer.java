package io.filon.discovery.apart;

import java.util.List;

/// What came out of asking what sets one group apart.
///
/// @param state      `few_customers` (under 50), `few_members` (under 10 in the group), `nothing_known` (no attribute
///     to compare), `nothing` or `found`
/// @param customers  compared
/// @param members    of them in the group
/// @param candidates conditions tested
/// @param visibleTimes how many times as common a trait of one in ten must be to be seen; 0 when none would be
/// @param membersNeeded group members needed to see one twice as common
/// @param traits     every condition compared, the strongest first
record Answer(
        String state,
        long customers,
        long members,
        long candidates,
        long draws,
        double visibleTimes,
        long membersNeeded,
        List<Trait> traits) {}
