package io.filon.report;

import static io.filon.report.Samples.count;
import static io.filon.report.Samples.money;
import static io.filon.report.Samples.share;

import io.filon.report.section.Apart;
import io.filon.report.section.Apart.Compared;
import io.filon.report.section.Apart.Trait;
import io.filon.text.Phrase;
import io.filon.text.Phrase.Value;
import java.time.LocalDate;
import java.util.List;

/// What sets groups apart, written by hand.
final class ApartSamples {

    private static final LocalDate FROM = LocalDate.of(2025, 6, 1);

    private ApartSamples() {}

    static Apart shop() {
        Phrase found = Phrase.of(
                "apart.stars.found", count(2), count(38), count(8_412), count(841), new Value.Day(FROM), count(365));
        Phrase losers = Phrase.of(
                "apart.losers.found", count(1), count(38), count(5_106), count(640), new Value.Day(FROM), count(365));
        return new Apart(
                FROM,
                LocalDate.of(2026, 5, 31),
                365,
                1_277,
                214,
                Phrase.of(
                        "apart.by_definition",
                        new Value.Day(FROM),
                        new Value.Decimal(9.9, 1),
                        new Value.Decimal(3.9, 1),
                        new Value.Money(money("93.0000")),
                        new Value.Money(money("58.0000"))),
                new Compared(
                        "found",
                        8_412,
                        841,
                        38,
                        1.4,
                        240,
                        found,
                        List.of(
                                trait("stars", "entorno", "rural", 0.56, 0.25, 2.24, 0),
                                trait("stars", "entorno", "<b>eva</b>", 0.12, 0.0, null, 0)),
                        List.of(trait("stars", "acquisition", "feria", 0.04, 0.02, 2.0, 3_100)),
                        List.of(trait("stars", "etiqueta", "VIP", 0.31, 0.02, 15.5, 0))),
                new Compared(
                        "found",
                        5_106,
                        640,
                        38,
                        1.5,
                        260,
                        losers,
                        List.of(trait("losers", "categoria", "moda", 0.45, 0.13, 3.46, 0)),
                        List.of(),
                        List.of()));
    }

    static Apart nothingHolds() {
        return new Apart(
                LocalDate.of(1997, 7, 1),
                LocalDate.of(1998, 6, 30),
                365,
                546,
                0,
                null,
                new Compared(
                        "nothing",
                        23_570,
                        2_357,
                        4,
                        1.3,
                        240,
                        Phrase.of("apart.stars.nothing", count(4), count(2_357), new Value.Decimal(1.3, 1), count(240)),
                        List.of(),
                        List.of(),
                        List.of()),
                nobody());
    }

    static Apart noWindow() {
        return new Apart(
                null,
                null,
                0,
                1,
                0,
                null,
                new Compared(
                        "no_window",
                        0,
                        0,
                        0,
                        null,
                        240,
                        Phrase.of("apart.stars.no_window", count(1), count(120), count(240)),
                        List.of(),
                        List.of(),
                        List.of()),
                nobody());
    }

    private static Compared nobody() {
        return new Compared(
                "few_members",
                0,
                0,
                0,
                null,
                240,
                Phrase.of("apart.losers.few_members", count(0), count(0), new Value.Day(FROM), count(240)),
                List.of(),
                List.of(),
                List.of());
    }

    private static Trait trait(
            String group, String name, String value, double share, double rest, Double times, long needed) {
        Value attribute = new Value.Name(name);
        Value said = new Value.Name(value);
        return new Trait(
                name,
                value,
                Phrase.of("apart.label", attribute, said),
                Phrase.of(
                        "apart." + group + (times == null ? ".only" : ".more"),
                        attribute,
                        said,
                        share(share),
                        share(rest),
                        new Value.Decimal(times == null ? 0 : times, 1),
                        new Value.Money(money("40.2100")),
                        new Value.Money(money("10.5600"))),
                2_310,
                share,
                rest,
                times,
                times == null ? null : Double.valueOf(times * 0.8),
                times == null ? null : Double.valueOf(times * 1.25),
                money("40.2100"),
                money("10.5600"),
                money("68491.5000"),
                money("66120.1000"),
                needed,
                true);
    }
}
