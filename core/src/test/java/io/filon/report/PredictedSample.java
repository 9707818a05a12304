package io.filon.report;

import io.filon.report.section.Predicted;
import io.filon.report.section.Predicted.Foretold;
import io.filon.report.section.Predicted.StillBest;
import io.filon.text.Phrase;
import io.filon.text.Phrase.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;

/// What the sample shop's customers will be worth.
final class PredictedSample {

    private PredictedSample() {}

    static Predicted told() {
        LocalDate from = LocalDate.of(2025, 7, 1);
        Phrase sentence = Phrase.of(
                "predicted.test",
                new Value.Word("value.name.mbg_nbd"),
                new Value.Count(365),
                new Value.Day(from),
                new Value.Share(0.043),
                new Value.Word("predicted.bias.low"),
                new Value.Count(365));
        return new Predicted(
                null,
                new Foretold(
                        365,
                        5_890,
                        7_412.5,
                        6_950.25,
                        7_874.75,
                        money("141200.0000"),
                        money("132400.0000"),
                        money("150000.0000"),
                        money("160331.0000"),
                        "mbg_nbd",
                        "normal_normal",
                        new Predicted.Test(from, 365, 150_900.25, -0.043, sentence),
                        new Predicted.Whale(0.48, 0.39, 212),
                        false,
                        group("star_customers", 589, "76800.0000", "61250.0000", 512.4, 401),
                        List.of(
                                group("active_vip", 470, "66100.0000", "54000.0000", 438.7, 388),
                                group("lost", 1_210, "0.0000", "1900.0000", 61.2, 0))));
    }

    private static StillBest group(String name, long customers, String left, String value, double buying, long best) {
        return new StillBest(
                name,
                customers,
                money(left),
                money(value),
                money(value).multiply(new BigDecimal("0.93")).setScale(4, RoundingMode.HALF_UP),
                money(value).multiply(new BigDecimal("1.07")).setScale(4, RoundingMode.HALF_UP),
                1.5 * buying,
                1.3 * buying,
                1.7 * buying,
                buying,
                best);
    }

    private static BigDecimal money(String amount) {
        return new BigDecimal(amount);
    }
}
