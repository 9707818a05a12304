package io.filon.report.section;

import io.filon.text.Phrase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Hidden profitable segments: the few groups, described by what was known of customers before, that leave clearly more
/// or less than the others of their time, checked with customers who were not used to find them.
///
/// @param from,to the days that count for whom to invest in; null when the files' history is too short
/// @param windowDays days that count for every customer; 0 when history is too short
/// @param lenses whom to look for, whom to invest in; those that could be asked
public record Hidden(@Nullable LocalDate from, @Nullable LocalDate to, int windowDays, List<Lens> lenses) {

    /// @param lens       `attract_contact`, `attract_order` or `grow`
    /// @param state      `no_window`, `few_customers`, `nothing_known`, `nothing` or `found`
    /// @param customers  judged
    /// @param candidates rules looked at
    /// @param depth      most conditions of a rule, by the size of the base
    /// @param netEach    what each leaves in those days
    /// @param firstNet   what the first order left, which is not in `netEach`; null where it is
    /// @param needed     customers it would take to see one in twenty that leaves twice as much; null when unknown
    /// @param summary    what came out, in words
    /// @param profitable confirmed, the most money first
    /// @param losing     confirmed that cost money, or leave less than the others
    /// @param leads      worth a test, not yet an answer
    /// @param leftOut    who could not be judged
    /// @param suspects   facts that tell the outcome too well and were left out
    public record Lens(
            String lens,
            String state,
            long customers,
            double candidates,
            int depth,
            BigDecimal netEach,
            @Nullable BigDecimal firstNet,
            @Nullable Long needed,
            Phrase summary,
            List<Group> profitable,
            List<Group> losing,
            List<Group> leads,
            List<LeftOut> leftOut,
            List<String> suspects) {

        public boolean shows() {
            return !profitable.isEmpty() || !losing.isEmpty();
        }
    }

    /// @param why     `too_recent` or `already_there`
    /// @param channel of the first contact; null when no file tells
    public record LeftOut(String why, @Nullable String channel, long customers) {}

    /// @param who        its conditions in words
    /// @param sentence   the group in words, with its money
    /// @param netEach    of its customers who were not used to find it
    /// @param low,high   range of `netEach`, wide enough for having been selected; null of a lead that has none
    /// @param times      `netEach` over that of all; null when one of them is not positive
    /// @param extra      what the group leaves beyond what as many of all would
    /// @param extraLow   the same at the low end of the range; null of a lead
    /// @param costsMoney whether even the high end is negative
    /// @param held       periods in which it was ahead
    /// @param periods    periods that can tell; 0 or 1 when time cannot be judged
    /// @param bestShare  part of the difference its best customer makes
    /// @param withEmail  who may be written to
    /// @param withPhone  who may be called
    /// @param actionable whether something can be done with it today
    /// @param action     what, or why not
    /// @param needed     of a lead: customers a test would take in each of two groups; 0 otherwise
    /// @param rule       in the segment language
    /// @param countSql   the select that counts it
    public record Group(
            Phrase who,
            Phrase sentence,
            long customers,
            BigDecimal netEach,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high,
            @Nullable Double times,
            BigDecimal extra,
            @Nullable BigDecimal extraLow,
            boolean costsMoney,
            int held,
            int periods,
            double bestShare,
            long withEmail,
            long withPhone,
            boolean actionable,
            Phrase action,
            long needed,
            String rule,
            String countSql) {}
}
