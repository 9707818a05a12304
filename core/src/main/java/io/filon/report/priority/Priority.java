package io.filon.report.priority;

import io.filon.text.Phrase;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whom to serve first: the method's matrix with what was measured in it, and a budget shared out by it.
///
/// Ranges hold the figure in 95 of 100 cases. Returns are 0..1 and over: 3 is 300 %.
///
/// @param answerDays    days after a contact in which an order is its answer: the horizon of every return
/// @param priorContacts contacts that the method's figures are worth
/// @param controlShare  0..1 of each group left without contact, drawn by chance
/// @param lead          what comes first, and how sure that is
/// @param matrix        by priority
/// @param allocation    of the budget
/// @param dormants      who sleeps, by past value and chance of return
/// @param campaigns     with a control group
/// @param notes         what the figures rest on
public record Priority(
        int answerDays,
        int priorContacts,
        double controlShare,
        Phrase lead,
        List<Line> matrix,
        Allocation allocation,
        List<Dormant> dormants,
        List<Campaign> campaigns,
        List<Note> notes) {

    public Priority {
        matrix = List.copyOf(matrix);
        dormants = List.copyOf(dormants);
        campaigns = List.copyOf(campaigns);
        notes = List.copyOf(notes);
    }

    /// Something the figures rest on.
    public record Note(Phrase sentence) {}

    /// A figure with its range.
    public record Ranged(double value, double low, double high) {}

    /// Money with its range.
    public record Amount(BigDecimal value, BigDecimal low, BigDecimal high) {}

    /// A segment.
    ///
    /// @param segment     its key
    /// @param name        in words
    /// @param rank        *Prioridad*: 1 first
    /// @param effort      *Esfuerzo requerido*: `low`, `medium`, `high`, `very_high`
    /// @param contactCost of one contact
    /// @param costOrigin  `measured`, `declared` or `assumed`
    /// @param potential   *Potencial de ingreso*: sales that contacting everybody is expected to add
    /// @param potentialMargin what they leave before the contacts are paid
    /// @param roi         *ROI esperado*: (incremental contribution - cost) / cost
    /// @param nextEuro    what the next euro is expected to earn, its cost taken off; this ranks
    /// @param netGain     of contacting everybody
    /// @param extraRate   share who buy because of the contact
    /// @param grossRate   share who bought after a contact, who would have bought anyway included; null without
    ///     contacts
    /// @param contacted,heldOut drawn by chance; 0 when nothing was measured
    /// @param methodRoi,methodRank the method's own; null where it has none
    /// @param payingChance 0..1 that it earns more than it costs
    /// @param firstChance  0..1 that its next euro earns most
    /// @param toSettle    contacts, with as many withheld, that would settle its rank; 0 when none would
    /// @param letGo       whether earning anything is that unlikely
    /// @param basis       what the figures rest on
    /// @param settle      the test that would settle the rank
    /// @param sensitivity up to which response the rank holds
    /// @param differs     where the measured rank is not the method's; null where it is
    public record Line(
            String segment,
            Phrase name,
            int rank,
            long customers,
            long contactable,
            String effort,
            BigDecimal contactCost,
            String costOrigin,
            String methodPotential,
            BigDecimal potential,
            BigDecimal potentialMargin,
            Ranged roi,
            Amount nextEuro,
            Amount netGain,
            Ranged extraRate,
            @Nullable Double grossRate,
            long grossContacts,
            long contacted,
            long heldOut,
            @Nullable Double methodRoi,
            @Nullable Integer methodRank,
            double payingChance,
            double firstChance,
            long toSettle,
            boolean letGo,
            Phrase basis,
            Phrase settle,
            Phrase sensitivity,
            @Nullable Phrase differs) {}

    /// @param budget   null when none was given: as far as it pays
    /// @param spent    of it
    /// @param net      expected, everything paid
    /// @param lastEuro what the last euro is expected to earn; null when nothing is spent
    public record Allocation(
            @Nullable BigDecimal budget,
            BigDecimal spent,
            Amount net,
            @Nullable Amount lastEuro,
            Phrase sentence,
            List<Share> shares) {}

    /// @param contacts customers, each once
    /// @param heldOut  left without contact by chance
    /// @param advice   `nurture`, `reactivate`, `wait`, `let_go`
    public record Share(
            String segment, Phrase name, long contacts, long heldOut, BigDecimal cost, Amount net, String advice) {}

    /// @param stage  `dormant_high_value`, `dormant_low_value`, `lost`
    /// @param chance of buying in 12 months: `likely`, `possible`, `unlikely`, `unknown`
    public record Dormant(
            String stage,
            String chance,
            long customers,
            BigDecimal pastEach,
            @Nullable Double buyingChance,
            @Nullable BigDecimal expectedEach,
            Phrase action) {}

    /// @param drawn whether the control group looks drawn by chance
    public record Campaign(
            String campaign,
            long contacted,
            long heldOut,
            double ordersContacted,
            double ordersHeldOut,
            boolean drawn) {}
}
