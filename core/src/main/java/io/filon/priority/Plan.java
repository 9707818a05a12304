package io.filon.priority;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a budget is shared out.
///
/// @param budget   given; infinite when none was
/// @param spent    of it
/// @param shares   in the order of the matrix
/// @param net      what it is expected to earn, everything paid
/// @param lastEuro what the last euro spent is expected to earn, its cost taken off; null when nothing is spent
/// @param lastSegment whose it is; empty when nothing is spent
public record Plan(
        double budget,
        double spent,
        List<Share> shares,
        Estimate net,
        @Nullable Estimate lastEuro,
        String lastSegment) {

    public Plan {
        shares = List.copyOf(shares);
    }

    /// @param contacts customers contacted once each, best first
    /// @param heldOut  as good as those, drawn by chance and left without contact
    /// @param cost     money, fixed cost included
    /// @param net      expected of these contacts, cost taken off
    /// @param advice   `nurture`, `reactivate`, `wait` or `let_go`
    public record Share(String segment, long contacts, long heldOut, double cost, Estimate net, String advice) {}

    public boolean limited() {
        return Double.isFinite(budget);
    }
}
