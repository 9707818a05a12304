package io.filon.segment.profile;

import io.filon.segment.Base;
import io.filon.segment.FirstMatch;
import io.filon.segment.Library;
import io.filon.segment.Members;
import io.filon.segment.Owners;
import io.filon.segment.Segment;
import io.filon.segment.history.Decisions;
import io.filon.workspace.Settings;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/// Every segment at a glance: how many, what they leave, whose they are, and whether anything can be done with them.
///
/// @param customers all there are
/// @param net       contribution after acquisition of the last 12 months of all of them
/// @param lines     in the order asked
/// @param nobodys   customers that no segment owns
public record Overview(long customers, BigDecimal net, List<Line> lines, long nobodys) {

    /// @param netShare of the base's net; null where the base leaves nothing
    /// @param next12m  null when nothing was foretold
    /// @param owned    customers whose first segment this is, in the order of owners
    public record Line(
            Segment segment,
            long customers,
            double customersShare,
            BigDecimal net,
            @Nullable Double netShare,
            @Nullable Next12m next12m,
            long owned,
            Actionable actionable) {}

    public Overview {
        lines = List.copyOf(lines);
    }

    public static Overview of(Base base, Library library, List<Segment> segments, Settings.Segments settings) {
        RoaringBitmap everybody = base.index().present();
        Figures figures = Figures.of(base);
        Reach reach = Reach.of(base);
        Decisions decisions = new Decisions(base.store());
        FirstMatch owners = FirstMatch.of(
                Owners.order(library, settings).stream().map(base::members).toList(), everybody);
        BigDecimal whole = figures.net12m().sum(everybody);
        List<Line> lines = new ArrayList<>();
        for (Segment segment : segments) {
            Members members = base.members(segment);
            BigDecimal net = figures.net12m().sum(members.numbers());
            lines.add(new Line(
                    segment,
                    members.count(),
                    everybody.isEmpty() ? 0 : (double) members.count() / everybody.getLongCardinality(),
                    net,
                    Profile.part(net, whole),
                    Next12m.of(figures, members.numbers()),
                    owners.owned(segment.key()),
                    Actionable.of(members.numbers(), reach, past(base, decisions, segment, members), settings)));
        }
        return new Overview(
                everybody.getLongCardinality(), whole, lines, owners.nobodys().getLongCardinality());
    }

    /// Sizes on the days kept, as far as the rule was today's, and today's.
    public static PastSizes past(Base base, Decisions decisions, Segment segment, Members members) {
        List<PastSizes.Size> sizes = new ArrayList<>();
        for (Decisions.PastSize past : decisions.sizes(segment.key())) {
            if (past.definition().equals(segment.definition()) && past.asOf().isBefore(base.asOf())) {
                sizes.add(new PastSizes.Size(past.asOf(), past.customers()));
            }
        }
        sizes.add(new PastSizes.Size(base.asOf(), members.count()));
        return new PastSizes(base.asOf(), sizes);
    }
}
