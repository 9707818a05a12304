package io.filon.fit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a fit filter did on the latest period. Where everybody was served, as in the past, this is exact.
///
/// @param fitted,tuned,tested leads of the three periods: fit, thresholds, report
/// @param notYet     leads too young to know, open deals among them: no losses, and not used
/// @param undated    leads without a day, not used
/// @param auc        chance that a lead that left money was scored over one that did not; 0.5 is chance
/// @param aucLow,aucHigh of `auc`, 95 of 100; null when all left money, or nobody did
/// @param acceptAll  money left by all tested leads
/// @param filtered   money left by those the filter accepts or nurtures
/// @param shadowPrice money the last lead that can be served is expected to leave: what serving another costs
/// @param decisions  the tested leads by decision
/// @param rejected   declined who would have paid
/// @param curve      money kept if only so many of the best were served: by score, and with hindsight
/// @param leaky      columns left out because they tell too well, or sound as if written down afterwards
/// @param withheld   sensitive attributes that decide nothing
/// @param fairness   decisions and errors by group
/// @param levers     what the filter's three levers may say
public record FitReport(
        int fitted,
        int tuned,
        int tested,
        int notYet,
        int undated,
        double auc,
        @Nullable Double aucLow,
        @Nullable Double aucHigh,
        double acceptAll,
        double filtered,
        double shadowPrice,
        List<Group> decisions,
        Rejected rejected,
        List<Point> curve,
        List<Leaky> leaky,
        List<String> withheld,
        List<Fair> fairness,
        Levers levers) {

    public FitReport {
        decisions = List.copyOf(decisions);
        curve = List.copyOf(curve);
        leaky = List.copyOf(leaky);
        withheld = List.copyOf(withheld);
        fairness = List.copyOf(fairness);
    }

    /// Leads of one decision.
    ///
    /// @param low,high of the mean, 95 of 100; null under 30 leads
    public record Group(
            FitModel.Decision decision,
            int leads,
            double mean,
            @Nullable Double low,
            @Nullable Double high,
            double total) {}

    /// @param leads    declined
    /// @param paying   of them, who left money
    /// @param money    they left
    /// @param saved    what the other declined would have cost
    public record Rejected(int leads, int paying, double money, double saved) {}

    /// @param share of the tested leads served, best first
    public record Point(double share, double byScore, double hindsight) {}

    /// @param auc of the column alone; null when only its name is suspicious
    public record Leaky(String header, String why, @Nullable Double auc) {}

    /// A group of a sensitive attribute, 50 tested leads or more.
    ///
    /// @param accepted share accepted or nurtured, with its 95 % range
    /// @param mean     money a lead of it left, with its 95 % range; null where there are too few to tell
    /// @param missed   of those who paid, the share declined; null where nobody paid
    public record Fair(
            String header,
            String group,
            int leads,
            double accepted,
            double acceptedLow,
            double acceptedHigh,
            double mean,
            @Nullable Double meanLow,
            @Nullable Double meanHigh,
            @Nullable Double missed,
            @Nullable Double missedLow,
            @Nullable Double missedHigh) {}

    /// What would make the declined worth serving.
    ///
    /// @param notFor      the strongest reasons among the declined: for whom it is not, as `column: value`
    /// @param minimum     amount from which a sale to one of them breaks even; null when nobody was declined
    /// @param dearer      share by which prices would have to be higher for them to break even; null when
    ///     nobody bought
    /// @param ask         the column that tells leads apart most: what to ask first
    public record Levers(
            List<String> notFor,
            @Nullable Double minimum,
            @Nullable Double dearer,
            String ask) {}
}
