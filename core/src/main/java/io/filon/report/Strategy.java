package io.filon.report;

import io.filon.fit.FitModel;
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
/// @param fit       whom to accept, nurture or not prioritise at the first contact, as `filon fit train` keeps it; null
///     where the files know of hardly any contact that did not buy
public record Strategy(
        Behaviour behaviour,
        @Nullable Icp icp,
        @Nullable Priority priority,
        @Nullable MarketReport market,
        @Nullable NicheReport niches,
        @Nullable Cards propositions,
        @Nullable FitModel fit) {

    /// Before anybody looked.
    public static final Strategy NONE = new Strategy(Behaviour.NONE, null, null, null, null, null, null);

    public Strategy with(Behaviour done) {
        return new Strategy(done, icp, priority, market, niches, propositions, fit);
    }

    public Strategy with(Icp judged) {
        return new Strategy(behaviour, judged, priority, market, niches, propositions, fit);
    }

    public Strategy with(Priority first) {
        return new Strategy(behaviour, icp, first, market, niches, propositions, fit);
    }

    public Strategy with(MarketReport sized) {
        return new Strategy(behaviour, icp, priority, sized, niches, propositions, fit);
    }

    public Strategy with(NicheReport compared) {
        return new Strategy(behaviour, icp, priority, market, compared, propositions, fit);
    }

    public Strategy with(Cards said) {
        return new Strategy(behaviour, icp, priority, market, niches, said, fit);
    }

    public Strategy with(FitModel learnt) {
        return new Strategy(behaviour, icp, priority, market, niches, propositions, learnt);
    }
}
