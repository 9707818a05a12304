package io.filon.report;

import static io.filon.report.Samples.assumption;
import static io.filon.report.Samples.column;
import static io.filon.report.Samples.count;
import static io.filon.report.Samples.curve;
import static io.filon.report.Samples.euros;
import static io.filon.report.Samples.money;
import static io.filon.report.Samples.rung;
import static io.filon.report.Samples.share;
import static io.filon.report.Samples.source;
import static io.filon.report.Samples.step;
import static io.filon.report.Samples.word;

import io.filon.report.Audit.Assumption;
import io.filon.report.Audit.Base;
import io.filon.report.Audit.Cause;
import io.filon.report.Audit.Doubt;
import io.filon.report.Audit.Finding;
import io.filon.report.Audit.LossMakers;
import io.filon.report.Audit.Member;
import io.filon.report.Audit.NextPeriod;
import io.filon.report.Audit.Profile;
import io.filon.report.Audit.Rejected;
import io.filon.report.Audit.Source;
import io.filon.report.Audit.Stage;
import io.filon.report.Audit.Stars;
import io.filon.report.Audit.Step;
import io.filon.report.Audit.WhaleCurve;
import io.filon.report.Audit.Year;
import io.filon.text.Phrase;
import io.filon.text.Phrase.Value;
import java.time.LocalDate;
import java.util.List;

/// The Spanish shop of [AuditSamples#fullShop()].
final class ShopSample {

    private static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);

    private ShopSample() {}

    static Audit audit() {
        return new Audit(
                AS_OF,
                "EUR",
                "Europe/Madrid",
                "Casa Lince",
                sources(),
                shopBase(),
                ladder(),
                whaleCurve(),
                stars(),
                lossMakers(),
                lifecycle(),
                ApartSamples.shop(),
                null,
                findings(),
                assumptions(),
                doubts(),
                List.of(),
                OutlookSamples.effort(),
                OutlookSamples.sensitivity(),
                OutlookSamples.review(),
                OutlookSamples.change(),
                PredictedSample.told(),
                HiddenSamples.some(),
                Strategy.NONE);
    }

    private static List<Source> sources() {
        return List.of(
                new Source(
                        "pedidos_2024_2026.csv",
                        "shopify_orders",
                        "order_lines",
                        48_961,
                        48_870,
                        79,
                        12,
                        List.of(
                                column("Name", "order_id", "#1001", "#1002", "#1003"),
                                column("Email", "email", "ana@example.es", "luis@example.es"),
                                column("Created at", "ordered_at", "2024-01-03 10:22:01 +0100"),
                                column("Total", "order_total", "54,90", "1.204,00"),
                                column("Notes", "ignored")),
                        List.of(
                                new Rejected(40_112, "sin fecha de pedido", "#21307;;luis@example.es;19,90"),
                                new Rejected(40_113, "importe ilegible: «n/d»", "#21308;<b>eva</b>;n/d"))),
                source("clientes.xlsx", "inferred", "customers", 9_131, 16, 0),
                source("devoluciones.csv", "inferred", "returns", 3_204, 0, 0),
                source("soporte.csv", "help_desk", "tickets", 6_240, 0, 3));
    }

    private static Base shopBase() {
        return new Base(
                9_115,
                8_420,
                21_306,
                48_870,
                0,
                money("1297695.3500"),
                money("561204.3000"),
                money("736491.0500"),
                money("207712.3000"),
                0,
                0,
                0,
                money("0.0000"),
                LocalDate.of(2024, 1, 3),
                AS_OF,
                List.of(
                        year(2024, 3_910, 7_014, "401220.1000", "171330.2000", "61204.1000"),
                        year(2025, 5_205, 9_480, "589300.2500", "255118.9000", "98110.4000"),
                        year(2026, 3_377, 4_812, "307175.0000", "134755.2000", "48397.8000")));
    }

    private static Year year(int year, long buyers, long orders, String revenue, String cost, String net) {
        return new Year(
                year,
                buyers,
                orders,
                orders * 2,
                money(revenue),
                money(cost),
                money(revenue).subtract(money(cost)),
                money(net));
    }

    private static List<Step> ladder() {
        return List.of(
                rung("gross_sales", "1482310.4000", 8_420),
                step("discounts", "-96204.1500", 0, 5_120),
                step("returned", "-88410.9000", 0, 2_310),
                step("taxes", "-225112.5500", 1, 8_420),
                rung("net_sales", "1072582.8000", 8_420),
                step("product_cost", "-561204.3000", 0.04, 8_420),
                rung("gross_margin", "511378.5000", 8_420),
                step("shipping_income", "38112.0000", 0, 4_406),
                step("shipping_cost", "-121480.2500", 1, 8_420),
                step("payment_cost", "-16921.3000", 1, 8_420),
                step("commission", "-8210.0000", 0, 610),
                step("return_cost", "-31904.5000", 1, 2_310),
                step("service_cost", "-42118.7500", 0.6, 3_702),
                step("contact_cost", "-2903.4000", 1, 7_915),
                rung("contribution", "325952.3000", 8_420),
                step("acquisition_cost", "-118240.0000", 0, 5_904),
                rung("net", "207712.3000", 8_420));
    }

    private static WhaleCurve whaleCurve() {
        NextPeriod next = new NextPeriod(
                LocalDate.of(2024, 7, 1),
                LocalDate.of(2025, 6, 30),
                1_104,
                701,
                money("-38402.1000"),
                money("-19870.5500"));
        return new WhaleCurve(0.62, 1.41, null, 2_610, money("85162.0400"), 0.52, next, curve(0.62, 1.41));
    }

    private static Stars stars() {
        return new Stars(
                """
                every:
                  - present: whole_window
                  - at_least: { fact: orders_12_months, bound: 2 }
                  - top_share: { fact: net_12_months, share: 0.10 }
                """,
                "Clientes presentes los 12 meses, con 2 pedidos o más, entre el 10 % que más contribución deja",
                LocalDate.of(2025, 7, 1),
                AS_OF,
                589,
                5_890,
                money("52611.4000"),
                0.48,
                money("61.2000"),
                new Profile(589, 6.4, 89.32, 0.51, 611, 0.91, 0.42, 0.04),
                new Profile(5_301, 1.6, 10.75, 0.44, 402, 0.78, 0.71, 0.13),
                List.of(
                        new Member("c-1042", "ana@example.es", "14 pedidos, 812,40 € en 12 meses", money("812.4000")),
                        new Member("c-0311", null, "9 pedidos, 640,10 € en 12 meses", money("640.1000"))),
                null);
    }

    private static LossMakers lossMakers() {
        return new LossMakers(
                2_610,
                money("-85162.0400"),
                1_480,
                List.of(
                        new Cause("shipping_cost", money("41230.5000"), 2_480),
                        new Cause("acquisition_cost", money("33118.0000"), 1_877),
                        new Cause("return_cost", money("22904.2000"), 1_310),
                        new Cause("service_cost", money("14880.7500"), 902)),
                List.of(new Member(
                        "c-7719",
                        "marta@example.es",
                        "7 devoluciones de 9 pedidos; 212 € en envíos",
                        money("-318.2200"))));
    }

    private static List<Stage> lifecycle() {
        return List.of(
                stage("new", 640, 0.08, "41200.0000", "-3120.4000", "-3120.4000", 14, 58),
                stage("active_vip", 402, 0.05, "301220.4000", "71204.8000", "39811.2000", 19, 31),
                stage("active", 1_710, 0.20, "388410.2000", "80310.0000", "41280.5000", 33, 52),
                stage("at_risk", 1_122, 0.13, "210440.7500", "31004.1000", "12044.6000", 118, 61),
                stage("dormant_high_value", 306, 0.04, "118204.0000", "31220.0000", "2110.0000", 130, 41),
                stage("dormant_low_value", 2_650, 0.31, "160120.0000", "-8406.2000", "901.0000", 204, 74),
                stage("lost", 1_590, 0.19, "78100.0000", "5500.0000", "0.0000", 512, 80));
    }

    private static Stage stage(
            String stage,
            long customers,
            double shareOfBuyers,
            String revenue,
            String net,
            String lastYear,
            double since,
            double gap) {
        return new Stage(
                stage,
                customers,
                shareOfBuyers,
                money(revenue),
                money(net),
                money(lastYear),
                stage.equals("dormant_high_value") ? money("22004.1000") : money(lastYear),
                since,
                gap);
    }

    private static List<Finding> findings() {
        return List.of(
                finding(
                        "stars_carry_profit",
                        "52611.4000",
                        "stars",
                        Phrase.of("certainty.holds_over_range"),
                        share(0.10),
                        count(589),
                        share(0.48),
                        share(0.10)),
                finding(
                        "loss_makers",
                        "85162.0400",
                        "loss_makers",
                        Phrase.of("certainty.partly", count(1_480), count(2_610)),
                        count(2_610),
                        euros("85162.0400"),
                        word("step.shipping_cost"),
                        word("step.acquisition_cost")),
                finding(
                        "dormant_high_value",
                        "22004.1000",
                        "dormant_high_value",
                        Phrase.of("certainty.observed"),
                        count(306),
                        new Value.Decimal(41, 0),
                        new Value.Decimal(130, 0),
                        euros("22004.1000")));
    }

    private static Finding finding(String code, String amount, String list, Phrase certainty, Value... values) {
        return new Finding(
                code,
                Phrase.of("finding." + code, values),
                certainty,
                money(amount),
                list,
                Phrase.of("next_step." + code));
    }

    private static List<Assumption> assumptions() {
        return List.of(
                assumption("tax_rate", 0.21, 0.04, 0.21, "share", "default", 0.17),
                assumption("shipping_cost_per_order", 5.7, 4.0, 7.5, "money", "declared", 0.09),
                assumption("return_handling_cost", 6.0, 3.0, 10.0, "money", "default", 0.024),
                assumption("minutes_per_ticket", 8.0, 4.0, 15.0, "minutes", "default", 0.012));
    }

    private static List<Doubt> doubts() {
        return List.of(
                new Doubt("tax_inside", "pedidos_2024_2026.csv", "Total", 1, Phrase.of("doubt.tax_inside")),
                new Doubt("duplicate_rows", "clientes.xlsx", "", 3, Phrase.of("doubt.duplicate_rows", count(16))));
    }
}
