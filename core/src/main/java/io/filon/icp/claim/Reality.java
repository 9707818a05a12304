package io.filon.icp.claim;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A persona as it is declared, beside who its customers really are.
///
/// @param name        of the persona
/// @param job         what it wants to get done, as declared; empty when it is not
/// @param budgetShare of the marketing budget, as declared; null when it is not
/// @param spentShare  of what winning customers really cost; null when nothing is known to be spent
/// @param members     buyers who are one
/// @param shares      of buyers, star customers, revenue and contribution; a share is null when there is nothing to
///     be a part of
/// @param net         left by a customer in 12 months; null with too few
/// @param answers     contradictions first, most money at stake first
public record Reality(
        String name,
        String job,
        @Nullable Double budgetShare,
        @Nullable Double spentShare,
        int members,
        Shares shares,
        @Nullable Measured net,
        List<Answer> answers) {

    public Reality {
        answers = List.copyOf(answers);
    }

    public record Shares(
            @Nullable Measured customers,
            @Nullable Measured stars,
            @Nullable Measured revenue,
            @Nullable Measured contribution) {}
}
