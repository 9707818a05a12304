package io.filon.segment.profile;

import io.filon.segment.profile.Reach.Channel;
import io.filon.segment.profile.Reach.Reached;
import io.filon.text.Phrase;
import io.filon.text.Phrase.Value;
import io.filon.workspace.Settings;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.roaringbitmap.RoaringBitmap;

/// Whether a company can do something with a segment: each thing it takes, and what to do where it is missing.
///
/// @param checks one of each kind, in this order: size, reach, consent, platforms, stability
public record Actionable(List<Check> checks) {

    public enum Verdict {
        YES,
        NO,
        NOT_KNOWN
    }

    /// @param code `size`, `reach`, `consent`, `platforms` or `stable`
    /// @param says what was found and, where it fails, what to do
    public record Check(String code, Verdict verdict, Phrase says) {}

    public Actionable {
        checks = List.copyOf(checks);
    }

    /// No when one fails; else not known when one is not known.
    public Verdict verdict() {
        return checks.stream()
                .map(Check::verdict)
                .filter(verdict -> verdict != Verdict.YES)
                .min(Comparator.naturalOrder())
                .orElse(Verdict.YES);
    }

    /// Codes of the checks that fail.
    public List<String> failing() {
        return checks.stream()
                .filter(check -> check.verdict == Verdict.NO)
                .map(Check::code)
                .toList();
    }

    /// @param past the segment's sizes on kept days, today's included
    public static Actionable of(RoaringBitmap numbers, Reach reach, PastSizes past, Settings.Segments settings) {
        return new Actionable(List.of(
                size(numbers.getLongCardinality(), settings),
                reached(numbers, reach, settings),
                consent(numbers, reach, settings),
                platforms(reach.listable(numbers), settings.platformMinimums()),
                stable(past, settings)));
    }

    private static Check size(long customers, Settings.Segments settings) {
        return check(
                "size",
                customers >= settings.smallest(),
                new Value.Count(customers),
                new Value.Count(settings.smallest()));
    }

    private static Check reached(RoaringBitmap numbers, Reach reach, Settings.Segments settings) {
        Reached best = best(numbers, reach, Comparator.comparingLong(Reached::open));
        return check(
                "reach",
                best.open() >= settings.smallest(),
                new Value.Word("segment.channel." + best.channel().word()),
                new Value.Count(best.open()),
                new Value.Count(settings.smallest()));
    }

    private static Check consent(RoaringBitmap numbers, Reach reach, Settings.Segments settings) {
        if (!reach.consentStated()) {
            return new Check("consent", Verdict.NOT_KNOWN, Phrase.of("segment.check.consent.not_known"));
        }
        Reached best = best(numbers, reach, Comparator.comparingLong(Reached::allowed));
        return check(
                "consent",
                best.allowed() >= settings.smallest(),
                new Value.Word("segment.channel." + best.channel().word()),
                new Value.Count(best.allowed()),
                new Value.Count(settings.smallest()));
    }

    private static Reached best(RoaringBitmap numbers, Reach reach, Comparator<Reached> by) {
        // of equals the first, so that the channel named does not depend on the order of comparison
        return Stream.of(Channel.values())
                .map(channel -> reach.of(channel, numbers))
                .reduce((one, other) -> by.compare(other, one) > 0 ? other : one)
                .orElseThrow();
    }

    /// Enough for one platform is enough; those that are out of reach are named.
    private static Check platforms(long listable, Settings.Minimums minimums) {
        Map<String, Integer> wanted = new LinkedHashMap<>();
        wanted.put("Meta", minimums.meta());
        wanted.put("Google", minimums.google());
        wanted.put("LinkedIn", minimums.linkedin());
        wanted.put("TikTok", minimums.tiktok());
        String enough = named(wanted, listable, true);
        String tooFew = named(wanted, listable, false);
        if (tooFew.isEmpty()) {
            return new Check(
                    "platforms", Verdict.YES, Phrase.of("segment.check.platforms.all", new Value.Count(listable)));
        }
        return check(
                "platforms",
                !enough.isEmpty(),
                new Value.Count(listable),
                new Value.Name(enough),
                new Value.Name(tooFew));
    }

    private static String named(Map<String, Integer> wanted, long listable, boolean enough) {
        return String.join(
                ", ",
                wanted.entrySet().stream()
                        .filter(entry -> listable >= entry.getValue() == enough)
                        .map(entry -> "%s (%d)".formatted(entry.getKey(), entry.getValue()))
                        .toList());
    }

    private static Check stable(PastSizes past, Settings.Segments settings) {
        int months = settings.stableMonths();
        if (months == 0 || past.reaches(months)) {
            return check(
                    "stable",
                    months == 0 || past.steady(months, settings.smallest()),
                    new Value.Count(months),
                    new Value.Count(past.least(months)),
                    new Value.Count(past.most(months)));
        }
        return new Check(
                "stable", Verdict.NOT_KNOWN, Phrase.of("segment.check.stable.not_known", new Value.Count(months)));
    }

    private static Check check(String code, boolean holds, Value... values) {
        return new Check(
                code,
                holds ? Verdict.YES : Verdict.NO,
                Phrase.of("segment.check.%s.%s".formatted(code, holds ? "yes" : "no"), values));
    }
}
