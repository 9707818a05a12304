package io.filon.report;

import io.filon.report.Audit.Base;
import io.filon.report.Audit.Column;
import io.filon.report.Audit.Point;
import io.filon.report.Audit.Profile;
import io.filon.report.Audit.Source;
import io.filon.report.Audit.Step;
import io.filon.text.Phrase;
import io.filon.text.Phrase.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Small pieces that the hand-built audits of [AuditSamples] share.
final class Samples {

    private Samples() {}

    static BigDecimal money(String amount) {
        return new BigDecimal(amount);
    }

    static Value euros(String amount) {
        return new Value.Money(money(amount));
    }

    static Value count(long count) {
        return new Value.Count(count);
    }

    static Value share(double share) {
        return new Value.Share(share);
    }

    static Value word(String key) {
        return new Value.Word(key);
    }

    static Step rung(String step, String amount, long customers) {
        return new Step(step, money(amount), true, 0.14, customers);
    }

    static Step step(String step, String amount, double assumedShare, long customers) {
        return new Step(step, money(amount), false, assumedShare, customers);
    }

    static Column column(String header, String role, String... examples) {
        return new Column(header, role, List.of(examples));
    }

    static Source source(String file, String recipe, String kind, long read, long merged, long rejected) {
        return new Source(file, recipe, kind, read, read - merged - rejected, merged, rejected, List.of(), List.of());
    }

    static Profile nobody() {
        return new Profile(0, 0, 0, null, 0, null, null, null);
    }

    static Base base(
            long customers,
            long buyers,
            long orders,
            String revenue,
            @Nullable String cost,
            String net,
            List<Audit.Year> years) {
        BigDecimal sales = money(revenue);
        BigDecimal spent = cost == null ? null : money(cost);
        return new Base(
                customers,
                buyers,
                orders,
                orders * 2,
                0,
                sales,
                spent,
                spent == null ? null : sales.subtract(spent),
                money(net),
                0,
                0,
                0,
                money("0.0000"),
                null,
                null,
                years);
    }

    /// A curve that climbs to `peak` at `at` of the buyers and comes down to 1; flat at the end when `peak` is 1.
    static List<Point> curve(double at, double peak) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i <= 100; i++) {
            double share = i / 100.0;
            double net = share <= at
                    ? peak * (1 - Math.pow(1 - share / at, 2.6))
                    : peak - (peak - 1) * Math.pow((share - at) / (1 - at), 2.4);
            double spread = (peak - 1) * 0.25 * share + 0.01 * share;
            points.add(new Point(share, net, net - spread, net + spread));
        }
        return points;
    }

    static Audit.Assumption assumption(
            String name, double value, double low, double high, String unit, String origin, double shareOfResult) {
        return new Audit.Assumption(
                name, value, low, high, unit, origin, shareOfResult, Phrase.of("assumption." + name));
    }
}
