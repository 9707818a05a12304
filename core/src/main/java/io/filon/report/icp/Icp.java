package io.filon.report.icp;

import io.filon.text.Phrase;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The imagined customer beside the real one, as a report shows it. Money is of 12 months, or of the lens's window
/// where it says so, in the audit's currency; a figure that samples customers carries its range of 95 %.
///
/// @param asOf     the last day that counts
/// @param reviewOn when to look again
/// @param gap      how far apart the two are
/// @param attract  whom to look for
/// @param grow     in whom to invest
/// @param drafts   personas the data propose
/// @param bridges  sentences on the way to each persona
/// @param served   groups and what serving them takes, those that lose first
/// @param board    one page: three contradictions, three decisions
public record Icp(
        LocalDate asOf,
        LocalDate reviewOn,
        List<Persona> personas,
        Gap gap,
        Ideal attract,
        Ideal grow,
        List<Draft> drafts,
        List<Said> bridges,
        List<Served> served,
        Board board) {

    /// @param low,high 95 of 100 samples of customers give a range that holds the true value
    public record Figure(double value, double low, double high) {}

    public record Said(Phrase sentence) {}

    /// @param budgetShare declared; null when not
    /// @param spentShare  of what winning customers cost, as the files say; null when they do not
    public record Persona(
            String name,
            String job,
            @Nullable Double budgetShare,
            @Nullable Double spentShare,
            long customers,
            @Nullable Figure customersShare,
            @Nullable Figure starsShare,
            @Nullable Figure revenueShare,
            @Nullable Figure contributionShare,
            @Nullable Figure net,
            List<Believed> claims) {

        public List<Believed> contradictions() {
            return claims.stream()
                    .filter(claim -> claim.verdict().equals("fails"))
                    .toList();
        }
    }

    /// @param verdict    `holds`, `fails`, `too_few` or `unmeasured`
    /// @param declared   null for a trait, or what is only told
    /// @param starsShare,allShare of star customers and of all for whom it is true; null where there are no stars
    /// @param times      how many times as often among star customers
    /// @param money      at stake
    /// @param needed     customers that would decide; 0 when decided
    /// @param next       how to collect what is missing, or what was compared
    public record Believed(
            String persona,
            String kind,
            Phrase subject,
            String verdict,
            Phrase sentence,
            @Nullable Double declared,
            @Nullable Double toleranceLow,
            @Nullable Double toleranceHigh,
            @Nullable Figure measured,
            @Nullable Figure starsShare,
            @Nullable Double allShare,
            @Nullable Figure times,
            @Nullable Figure money,
            long needed,
            Phrase next) {}

    /// @param uncoveredShare of what star customers left, from those no persona covers
    public record Gap(
            long stars,
            long uncovered,
            @Nullable Figure uncoveredShare,
            @Nullable Figure uncoveredNet,
            Phrase sentence) {}

    /// @param lens   `attract_contact`, `attract_order` or `grow`
    /// @param state  `holds`, `open`, `nothing` or `too_few`
    /// @param rule   YAML; empty when there is none
    /// @param share  of the customers it was checked on
    /// @param advice channel, product, payment… that its customers have more than others
    public record Ideal(
            String lens,
            String state,
            Phrase summary,
            String rule,
            int windowDays,
            long customers,
            long checked,
            double share,
            @Nullable Figure inside,
            @Nullable Figure everybody,
            @Nullable Figure personas,
            @Nullable Figure overAll,
            @Nullable Figure overPersonas,
            List<Alternative> groups,
            double start,
            List<Weight> weights,
            List<CurvePoint> curve,
            List<Said> advice) {

        public boolean shows() {
            return !groups.isEmpty();
        }
    }

    public record Alternative(
            String sentence, long customers, @Nullable Figure net) {}

    /// @param fact as rules write it
    /// @param said the fact and its value, in words
    public record Weight(String fact, Phrase said, double points) {}

    public record CurvePoint(
            double share, Figure net, @Nullable Figure netShare) {}

    public record Draft(
            String name,
            String sentence,
            String origin,
            boolean usable,
            long customers,
            long stars,
            @Nullable Figure times,
            @Nullable Figure net,
            String yaml) {}

    /// @param retention   *Coste de Retención de un Mal Cliente*: what keeping one costs beyond the goods
    /// @param acquisition CAC
    public record Served(
            String dimension,
            Phrase name,
            long customers,
            Figure net,
            Figure netLowCosts,
            boolean loses,
            boolean survives,
            Figure retention,
            Figure acquisition,
            Figure total,
            List<CostPart> parts,
            @Nullable Double satisfaction,
            double tickets,
            Figure gone,
            double goneOfAll,
            Phrase sentence) {}

    public record CostPart(String cost, double amount, boolean declared) {}

    public record Board(Phrase title, List<Said> contradictions, List<Said> decisions) {}

    /// The groups that cost more than they leave.
    public List<Served> badFit() {
        return served.stream().filter(Served::loses).toList();
    }
}
