package io.filon.report;

import io.filon.report.section.Hidden;
import io.filon.report.section.Hidden.Group;
import io.filon.report.section.Hidden.LeftOut;
import io.filon.report.section.Hidden.Lens;
import io.filon.text.Phrase;
import io.filon.text.Phrase.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/// Hidden segments of the sample companies.
final class HiddenSamples {

    private HiddenSamples() {}

    static Hidden none() {
        return new Hidden(null, null, 0, List.of());
    }

    static Hidden some() {
        Phrase who = Phrase.of(
                "hidden.who.2",
                new Value.Said(
                        Phrase.of("apart.label", new Value.Name("Tipo de cliente"), new Value.Name("Profesional <b>"))),
                new Value.Said(Phrase.of(
                        "hidden.above",
                        new Value.Word("attribute.age"),
                        new Value.Decimal(40, 0),
                        new Value.Decimal(0, 0))));
        return new Hidden(
                LocalDate.of(2025, 1, 1),
                LocalDate.of(2025, 6, 30),
                180,
                List.of(
                        lens(
                                "attract_order",
                                "nothing",
                                Phrase.of(
                                        "hidden.nothing.needs",
                                        new Value.Count(12_400),
                                        new Value.Count(1_449),
                                        new Value.Count(6_300)),
                                List.of(),
                                List.of()),
                        lens(
                                "grow",
                                "found",
                                Phrase.of(
                                        "hidden.found",
                                        new Value.Count(2),
                                        new Value.Count(32_035),
                                        new Value.Count(2_607)),
                                List.of(group(
                                        who,
                                        "hidden.more",
                                        "54.0000",
                                        "37.0000",
                                        "77.9000",
                                        "9925.0000",
                                        "hidden.act.mail")),
                                List.of(group(
                                        who,
                                        "hidden.costs",
                                        "-10.6000",
                                        "-18.1000",
                                        "-4.9000",
                                        "-6225.0000",
                                        "hidden.act.low.grow")))));
    }

    private static Lens lens(String lens, String state, Phrase summary, List<Group> profitable, List<Group> losing) {
        return new Lens(
                lens,
                state,
                2_607,
                32_035,
                2,
                new BigDecimal("14.3000"),
                lens.equals("grow") ? null : new BigDecimal("4.2000"),
                6_300L,
                summary,
                profitable,
                losing,
                List.of(),
                List.of(new LeftOut("too_recent", "Instagram", 300), new LeftOut("too_recent", null, 20)),
                List.of());
    }

    private static Group group(
            Phrase who, String key, String mean, String low, String high, String extra, String action) {
        boolean gains = extra.charAt(0) != '-';
        return new Group(
                who,
                Phrase.of(
                        key,
                        new Value.Said(who),
                        new Value.Count(250),
                        new Value.Share(0.096),
                        new Value.Money(new BigDecimal(mean)),
                        new Value.Money(new BigDecimal("14.3"))),
                250,
                new BigDecimal(mean),
                new BigDecimal(low),
                new BigDecimal(high),
                gains ? 3.8 : null,
                new BigDecimal(extra),
                new BigDecimal(gains ? "5675.0000" : "-4800.0000"),
                !gains,
                6,
                6,
                0.07,
                201,
                90,
                true,
                Phrase.of(action, new Value.Count(201), new Value.Count(6), new Value.Count(6), new Value.Count(90)),
                0,
                "name: Profesionales de más de 40\nrule:\n  all:\n    - tipo_de_cliente: Profesional\n    - age: '> 40'\n",
                "select count(*) as customers, avg(net) as net_each\nfrom grow_customers\n"
                        + "where tipo_de_cliente = 'Profesional'\n    and age > 40.0");
    }
}
