package io.filon.report.html;

import io.filon.report.Language;
import io.filon.report.section.Hidden;
import io.filon.report.section.Hidden.Group;
import io.filon.report.section.Hidden.LeftOut;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the section on hidden segments says easier in Java than in a template.
public record HiddenView(Language lang) {

    private static final int CHANNELS_SHOWN = 4;

    /// Every confirmed group of a lens.
    public List<Group> all(Hidden.Lens lens) {
        return Stream.concat(lens.profitable().stream(), lens.losing().stream()).toList();
    }

    public String range(Group group) {
        BigDecimal low = group.low();
        BigDecimal high = group.high();
        return low == null || high == null ? "" : lang.say("page.hidden.range", lang.money(low), lang.money(high));
    }

    public String atLeast(Group group) {
        BigDecimal least = group.extraLow();
        return least == null || least.signum() != group.extra().signum()
                ? ""
                : lang.say("page.hidden.at_least", lang.money(least.abs()));
    }

    public String overTime(Group group) {
        return group.periods() < 2
                ? lang.say("page.hidden.time.unknown")
                : lang.say("page.hidden.time.held", group.held(), group.periods());
    }

    /// Who could not be judged, and what was left out.
    public String leftOut(Hidden hidden, Hidden.Lens lens) {
        List<LeftOut> recent = lens.leftOut().stream()
                .filter(out -> out.why().equals("too_recent"))
                .toList();
        String channels = recent.stream()
                .filter(out -> out.channel() != null)
                .limit(CHANNELS_SHOWN)
                .map(out -> out.channel() + " " + lang.count(out.customers()))
                .collect(Collectors.joining(", "));
        String said = lang.say(
                "page.hidden.out",
                count(recent),
                hidden.windowDays(),
                channels.isEmpty() ? "" : lang.say("page.hidden.out.channel", channels));
        said += " "
                + lang.say(
                        "page.hidden.there",
                        count(lens.leftOut().stream()
                                .filter(out -> out.why().equals("already_there"))
                                .toList()));
        BigDecimal first = lens.firstNet();
        if (first != null) {
            said += lang.say("page.hidden.first", lang.money(first)) + " ";
        }
        if (!lens.suspects().isEmpty()) {
            said += lang.say("page.hidden.suspects", String.join(", ", lens.suspects()));
        }
        return said.strip();
    }

    private static long count(List<LeftOut> out) {
        return out.stream().mapToLong(LeftOut::customers).sum();
    }
}
