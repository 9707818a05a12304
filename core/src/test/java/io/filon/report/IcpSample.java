package io.filon.report;

import io.filon.report.icp.Icp;
import io.filon.report.icp.Icp.Figure;
import io.filon.report.icp.Icp.Said;
import io.filon.text.Phrase;
import io.filon.text.Phrase.Value;
import java.time.LocalDate;
import java.util.List;

/// The personas of the sample shop beside its customers.
final class IcpSample {

    private static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);
    private static final String YOUNG = "Joven <urbana>";

    private IcpSample() {}

    static Icp icp() {
        Icp.Believed wrong = wrong();
        return new Icp(
                AS_OF,
                AS_OF.plusMonths(3),
                List.of(persona(wrong)),
                new Icp.Gap(
                        100,
                        73,
                        new Figure(0.73, 0.6, 0.8),
                        new Figure(18_000, 15_000, 21_000),
                        Phrase.of(
                                "icp.gap",
                                range(new Value.Share(0.73), new Value.Share(0.6), new Value.Share(0.8)),
                                new Value.Count(73),
                                new Value.Count(100),
                                euros("18000", "15000", "21000"))),
                attract(),
                grow(),
                List.of(new Icp.Draft(
                        "Profesional · Rural",
                        "clientes que tienen «Rural» como zona",
                        "operating",
                        true,
                        1_074,
                        57,
                        new Figure(4.9, 4.6, 5.1),
                        new Figure(167, 156, 179),
                        "name: Profesional · Rural\nrule:\n  zona: Rural\n")),
                List.of(new Said(Phrase.of(
                        "icp.bridge.not_worth",
                        new Value.Name(YOUNG),
                        new Value.Name("clientes que tienen de 18 a 32 años"),
                        euros("26", "23", "28"),
                        new Value.Count(344),
                        euros("37", "35", "39")))),
                List.of(served(true), served(false)),
                new Icp.Board(
                        Phrase.of("icp.board.title", new Value.Day(AS_OF)),
                        List.of(new Said(wrong.sentence())),
                        List.of(new Said(Phrase.of(
                                "icp.decision.adopt", new Value.Name("Profesional · Rural"), new Value.Count(57))))));
    }

    private static Icp.Persona persona(Icp.Believed wrong) {
        Phrase told = Phrase.of("icp.claim.told", new Value.Name("Odia esperar"));
        return new Icp.Persona(
                YOUNG,
                "",
                0.6,
                0.47,
                3_809,
                new Figure(0.28, 0.27, 0.29),
                new Figure(0.093, 0.075, 0.11),
                new Figure(0.14, 0.13, 0.15),
                new Figure(0.031, 0.017, 0.044),
                new Figure(8.06, 5.89, 10.22),
                List.of(
                        wrong,
                        new Icp.Believed(
                                YOUNG,
                                "told",
                                told,
                                "unmeasured",
                                Phrase.of("icp.answer.unmeasured", new Value.Name(YOUNG), new Value.Said(told)),
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                0,
                                Phrase.of("icp.next.ask"))));
    }

    private static Icp.Believed wrong() {
        Phrase subject = Phrase.of("icp.claim.share_of_revenue", new Value.Name(""), new Value.Share(0.5));
        return new Icp.Believed(
                YOUNG,
                "share_of_revenue",
                subject,
                "fails",
                Phrase.of(
                        "icp.answer.fails",
                        new Value.Name(YOUNG),
                        new Value.Said(subject),
                        range(new Value.Share(0.14), new Value.Share(0.13), new Value.Share(0.15)),
                        new Value.Count(0)),
                0.5,
                0.375,
                0.625,
                new Figure(0.14, 0.13, 0.15),
                new Figure(0.093, 0.075, 0.11),
                0.27,
                new Figure(0.35, 0.28, 0.42),
                new Figure(845_506, 823_555, 867_457),
                0,
                Phrase.of("icp.next.stake", Samples.euros("845506"), Samples.euros("823555"), Samples.euros("867457")));
    }

    private static Icp.Ideal attract() {
        return new Icp.Ideal(
                "attract_contact",
                "holds",
                Phrase.of(
                        "icp.ideal.holds",
                        euros("72", "65", "80"),
                        euros("17", "15", "19"),
                        euros("5.60", "4.13", "7.07"),
                        new Value.Count(180),
                        new Value.Count(4_379),
                        new Value.Share(0.14),
                        euros("55", "49", "62")),
                "name: ICP\nrule:\n  zona: Rural\n",
                180,
                8_773,
                4_379,
                0.14,
                new Figure(72, 65, 80),
                new Figure(17, 15, 19),
                new Figure(5.6, 4.13, 7.07),
                new Figure(55, 49, 62),
                new Figure(67, 59, 75),
                List.of(new Icp.Alternative("clientes que tienen «Rural» como zona", 627, new Figure(72, 65, 80))),
                12.5,
                List.of(new Icp.Weight("zona", zone("Rural"), 40), new Icp.Weight("zona", zone("Urbana"), 0)),
                List.of(new Icp.CurvePoint(0.1, new Figure(80, 70, 90), new Figure(0.48, 0.4, 0.56))),
                List.of(new Said(Phrase.of(
                        "icp.advice.channel",
                        new Value.Said(Phrase.of("icp.attribute.usual_channel", new Value.Name("web"))),
                        range(new Value.Share(0.86), new Value.Share(0.84), new Value.Share(0.88)),
                        new Value.Share(0.56)))));
    }

    private static Icp.Ideal grow() {
        return new Icp.Ideal(
                "grow",
                "nothing",
                Phrase.of(
                        "icp.ideal.nothing",
                        new Value.Word("icp.few"),
                        new Value.Word("icp.few"),
                        new Value.Word("icp.few"),
                        new Value.Count(900)),
                "",
                180,
                900,
                450,
                0,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                0,
                List.of(),
                List.of(),
                List.of());
    }

    private static Icp.Served served(boolean loses) {
        Phrase name = Phrase.of(loses ? "icp.group.habit.returns_much" : "icp.group.habit.only_discounted");
        String sign = loses ? "-" : "";
        return new Icp.Served(
                "habit",
                name,
                683,
                new Figure(loses ? -18 : 18, loses ? -22 : 15, loses ? -15 : 22),
                new Figure(loses ? -17 : 19, loses ? -21 : 16, loses ? -14 : 23),
                loses,
                loses,
                new Figure(16, 14, 17),
                new Figure(7.68, 7.16, 8.21),
                new Figure(loses ? -12_555 : 12_555, loses ? -15_130 : 10_209, loses ? -10_209 : 15_130),
                List.of(new Icp.CostPart("return_cost", 9, false), new Icp.CostPart("staff_cost", 3, true)),
                loses ? null : 0.8,
                0.4,
                new Figure(0.2, 0.17, 0.23),
                0.3,
                Phrase.of(
                        loses ? "icp.served.loses" : "icp.served.keeps",
                        new Value.Said(name),
                        euros(sign + "18", sign + "22", sign + "15"),
                        euros("16", "14", "17"),
                        euros("7.68", "7.16", "8.21")));
    }

    private static Value euros(String value, String low, String high) {
        return range(Samples.euros(value), Samples.euros(low), Samples.euros(high));
    }

    private static Value range(Value value, Value low, Value high) {
        return new Value.Said(Phrase.of("icp.range", value, low, high));
    }

    private static Phrase zone(String zone) {
        return Phrase.of("apart.label", new Value.Name("Zona"), new Value.Name(zone));
    }
}
