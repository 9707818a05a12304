package io.filon.report.segment;

import io.filon.report.Language;
import io.filon.rule.say.Sentence;
import io.filon.segment.Base;
import io.filon.segment.Members;
import io.filon.segment.Segment;
import io.filon.segment.profile.Profile;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/// What `filon segment count` shows; as JSON as it is.
///
/// @param sentence       the rule in words
/// @param base           all customers
/// @param customersShare 0..1 of them
/// @param net12m         contribution after acquisition of the last 12 months
/// @param netShare       0..1 of what the base left; null where it left nothing
public record SegmentCount(
        LocalDate asOf,
        String currency,
        String key,
        String name,
        String sentence,
        long customers,
        long base,
        double customersShare,
        BigDecimal net12m,
        @Nullable Double netShare) {

    public static SegmentCount of(Base base, Segment segment, Language lang) {
        Members members = base.members(segment);
        RoaringBitmap everybody = base.index().present();
        var amounts = base.amounts("net_12m");
        BigDecimal net = amounts.sum(members.numbers());
        long all = everybody.getLongCardinality();
        return new SegmentCount(
                base.asOf(),
                lang.formats().currency(),
                segment.key(),
                segment.name().in(lang.locale()),
                Sentence.of(segment.rule(), lang.messages(), lang.formats()),
                members.count(),
                all,
                all == 0 ? 0 : (double) members.count() / all,
                net,
                Profile.part(net, amounts.sum(everybody)));
    }

    public String text(Language lang) {
        String part = netShare == null
                ? lang.say("segment.count.net", lang.money(net12m))
                : lang.say("segment.count.net_share", lang.money(net12m), lang.share(netShare));
        return sentence
                + "\n"
                + lang.say("segment.count.customers", customers, lang.share(customersShare), base, lang.date(asOf))
                + " "
                + part
                + "\n";
    }
}
