package io.filon.priority;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A segment in the matrix of priorities. Money in the workspace currency; rates and returns 0..1 and over.
///
/// @param segment      its key
/// @param name         as its file calls it; empty for a stage of the lifecycle
/// @param stage        of most of its customers: whose figures of the method, and whose measurements, it has
/// @param customers    whom it owns
/// @param contactable  of them, who may be contacted
/// @param effort       in the method's words
/// @param contactCost  of one contact
/// @param costOrigin   `measured`, `declared` or `assumed`
/// @param orderWorth   what an order is expected to leave, the contact's cost not taken off
/// @param orderSales   what is charged for it
/// @param extraRate    share who buy because of the contact
/// @param grossRate    share who bought after a contact of any kind, who would have bought anyway included;
///     null when nobody was contacted
/// @param grossContacts contacts behind it
/// @param contacted,heldOut contacts drawn at random, and withheld at random; 0 when nothing was
/// @param roi          (what contacting all leaves beyond what they would buy anyway - cost) / cost
/// @param nextEuro     what the first euro is expected to earn, its cost taken off: what ranks
/// @param netGain      money, of contacting everybody who may be contacted
/// @param payingChance 0..1 that even the first euro earns more than it costs
/// @param firstChance  0..1 that no other segment's next euro earns more
/// @param rank         1 first
/// @param toSettle     contacts with as many withheld that would tell its rank from its neighbour's; 0 when nothing
/// would
/// @param firstBound   for the first, the extra rate under which it is first no more; for others, over which
///     they are
/// @param playbook     the method's own row; null where it has none
public record Row(
        String segment,
        String name,
        String stage,
        long customers,
        long contactable,
        Effort effort,
        double contactCost,
        String costOrigin,
        double orderWorth,
        double orderSales,
        Estimate extraRate,
        @Nullable Double grossRate,
        long grossContacts,
        long contacted,
        long heldOut,
        Estimate roi,
        Estimate nextEuro,
        Estimate netGain,
        double payingChance,
        double firstChance,
        int rank,
        long toSettle,
        double firstBound,
        @Nullable Playbook playbook) {

    /// Under this chance that even its best customers earn what contacting them costs, a measured segment is let go.
    /// What was never measured is tested before it is given up.
    private static final double LET_GO = 0.20;

    public boolean measured() {
        return contacted > 0;
    }

    public boolean letGo() {
        return measured() && payingChance < LET_GO;
    }

    /// What all contacts are expected to sell beyond what would be sold anyway.
    public double potential() {
        return contactable * extraRate.value() * orderSales;
    }

    /// What of it is left before the contacts are paid.
    public double potentialMargin() {
        return contactable * extraRate.value() * orderWorth;
    }

    /// The method's rank, where it says one and the measured is another.
    public Optional<Integer> otherThanMethod() {
        return playbook == null || playbook.priority() == rank || !measured()
                ? Optional.empty()
                : Optional.of(playbook.priority());
    }
}
