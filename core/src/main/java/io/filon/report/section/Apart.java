package io.filon.report.section;

import io.filon.text.Phrase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What sets star customers, and customers who cost money, apart from the rest: what was known of them before a window
/// of days equally long for all, against what they left inside it.
///
/// @param from,to      the window; null when the files' history is too short for one
/// @param windowDays   its length; 0 when there is none
/// @param alreadyThere of the customers compared, those whose first purchase is older than the files
/// @param byDefinition how stars differ in what makes them stars, which is not tested; null when there is no window
public record Apart(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        int windowDays,
        long historyDays,
        long alreadyThere,
        @Nullable Phrase byDefinition,
        Compared stars,
        Compared losers) {

    /// @param state      `no_window`, `few_customers`, `few_members`, `nothing_known`, `nothing` or `found`
    /// @param customers  known before the window (loss makers: of them, who bought in it)
    /// @param members    of them stars, or loss makers, in the window
    /// @param candidates traits tested, answered for together
    /// @param visibleTimes how many times as common a trait of one in ten must be to be seen; null when unknown
    /// @param membersNeeded members it would take to see one twice as common
    /// @param summary    what came out, in words
    /// @param holds      traits that held, each told once: the more common in the group first, the clearest first
    /// @param leads      worth a test, not yet an answer
    /// @param undated    strong differences in what carries no date: shown, not evidence
    public record Compared(
            String state,
            long customers,
            long members,
            long candidates,
            @Nullable Double visibleTimes,
            long membersNeeded,
            Phrase summary,
            List<Trait> holds,
            List<Trait> leads,
            List<Trait> undated) {}

    /// @param attribute as a file calls it, or a name of ours (`first_channel`)
    /// @param label     attribute and value in words
    /// @param sentence  the difference in words
    /// @param customers who have it, in the group or not
    /// @param share     of the group that has it, 0..1
    /// @param restShare of comparable others that has it
    /// @param times     `share / restShare`; null when none of the others has it
    /// @param timesLow,timesHigh range of `times`, wide enough for all traits together
    /// @param netEach   net in the window of a customer with it
    /// @param netOthers the same of comparable customers without it
    /// @param extra     what those with it leave beyond what as many others would
    /// @param extraWithoutBest the same without the one who leaves most
    /// @param needed    customers that would settle a lead; 0 when it is none
    /// @param survivesLowCosts whether it holds too with every assumed cost at its low end
    public record Trait(
            String attribute,
            String value,
            Phrase label,
            Phrase sentence,
            long customers,
            double share,
            double restShare,
            @Nullable Double times,
            @Nullable Double timesLow,
            @Nullable Double timesHigh,
            BigDecimal netEach,
            BigDecimal netOthers,
            BigDecimal extra,
            BigDecimal extraWithoutBest,
            long needed,
            boolean survivesLowCosts) {}
}
