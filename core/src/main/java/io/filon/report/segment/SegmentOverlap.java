package io.filon.report.segment;

import io.filon.report.Language;
import io.filon.segment.Base;
import io.filon.segment.Overlap;
import io.filon.segment.Segment;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What `filon segment overlap` shows; as JSON as it is.
///
/// @param regions every combination that somebody is in, largest first, each customer in one only; `net` is
///     contribution after acquisition of the last 12 months
/// @param pairs   every two segments
public record SegmentOverlap(
        LocalDate asOf, String currency, List<Set> segments, List<Overlap.Region> regions, List<Overlap.Pair> pairs) {

    /// Lines that fit a screen.
    private static final int SHOWN = 20;

    public record Set(String key, String name, long customers) {}

    public static SegmentOverlap of(Base base, List<Segment> segments, Language lang) {
        var members = segments.stream().map(base::members).toList();
        Overlap overlap = Overlap.of(members, base.amounts("net_12m"));
        return new SegmentOverlap(
                base.asOf(),
                lang.formats().currency(),
                java.util.stream.IntStream.range(0, segments.size())
                        .mapToObj(i -> new Set(
                                segments.get(i).key(),
                                segments.get(i).name().in(lang.locale()),
                                members.get(i).count()))
                        .toList(),
                overlap.regions(),
                overlap.pairs());
    }

    public String text(Language lang) {
        Map<String, String> names = new LinkedHashMap<>();
        segments.forEach(segment -> names.put(segment.key(), segment.name()));
        TextTable table = new TextTable(
                1,
                List.of(
                        lang.say("segment.overlap.in"),
                        lang.say("segment.column.customers"),
                        lang.say("segment.column.net")));
        for (Overlap.Region region : regions.subList(0, Math.min(SHOWN, regions.size()))) {
            String in = String.join(
                    " + ",
                    region.in().stream()
                            .map(key -> names.getOrDefault(key, key))
                            .toList());
            table.add(List.of(in, lang.count(region.customers()), lang.money(region.net())));
        }
        String more = regions.size() > SHOWN ? lang.say("segment.overlap.more", regions.size() - SHOWN) + "\n" : "";
        return lang.say("segment.overlap.lead", lang.date(asOf)) + "\n\n" + table.print() + more;
    }
}
