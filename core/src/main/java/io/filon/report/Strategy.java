package io.filon.report;

import io.filon.report.icp.Icp;
import io.filon.report.market.MarketReport;
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
public record Strategy(
        Behaviour behaviour,
        @Nullable Icp icp,
        @Nullable Priority priority,
        @Nullable MarketReport market,
        @Nullable NicheReport niches) {

    /// Before anybody looked.
    public static final Strategy NONE = new Strategy(Behaviour.NONE, null, null, null, null);

    public Strategy with(Behaviour done) {
        return new Strategy(done, icp, priority, market, niches);
    }

    public Strategy with(Icp judged) {
        return new Strategy(behaviour, judged, priority, market, niches);
    }

    public Strategy with(Priority first) {
        return new Strategy(behaviour, icp, first, market, niches);
    }

    public Strategy with(MarketReport sized) {
        return new Strategy(behaviour, icp, priority, sized, niches);
    }

    public Strategy with(NicheReport compared) {
        return new Strategy(behaviour, icp, priority, market, compared);
    }
}
