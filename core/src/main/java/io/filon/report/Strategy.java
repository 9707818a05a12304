package io.filon.report;

import io.filon.report.icp.Icp;
import io.filon.report.market.MarketReport;
import io.filon.report.message.Cards;
import io.filon.report.niche.NicheReport;
import io.filon.report.priority.Priority;
import io.filon.report.section.Behaviour;
import org.jspecify.annotations.Nullable;

/// What follows from the base: what customers do, who the company says they are, whom to serve first. Each part stands
/// in the audit under its own name.
///
/// @param behaviour what customers do, what sets purchases off, where visits stop
/// @param icp       the declared personas beside the customers; null when none is declared
/// @param priority  whom to serve first; null when nobody asked
/// @param market    how big the market is; null when no `market.yaml` says who could buy
/// @param niches    which part of it to take first; null when nobody looked
/// @param propositions what could be said to the segments that matter most; null when nobody looked
public record Strategy(
        Behaviour behaviour,
        @Nullable Icp icp,
        @Nullable Priority priority,
        @Nullable MarketReport market,
        @Nullable NicheReport niches,
        @Nullable Cards propositions) {

    /// Before anybody looked.
    public static final Strategy NONE = new Strategy(Behaviour.NONE, null, null, null, null, null);

    public Strategy with(Behaviour done) {
        return new Strategy(done, icp, priority, market, niches, propositions);
    }

    public Strategy with(Icp judged) {
        return new Strategy(behaviour, judged, priority, market, niches, propositions);
    }

    public Strategy with(Priority first) {
        return new Strategy(behaviour, icp, first, market, niches, propositions);
    }

    public Strategy with(MarketReport sized) {
        return new Strategy(behaviour, icp, priority, sized, niches, propositions);
    }

    public Strategy with(NicheReport compared) {
        return new Strategy(behaviour, icp, priority, market, compared, propositions);
    }

    public Strategy with(Cards said) {
        return new Strategy(behaviour, icp, priority, market, niches, said);
    }
}
