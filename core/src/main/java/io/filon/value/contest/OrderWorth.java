package io.filon.value.contest;

import io.filon.value.model.Fit;
import io.filon.value.model.GammaGamma;
import io.filon.value.model.NormalNormal;
import io.filon.value.model.OrderValues;
import java.util.ArrayList;
import java.util.List;

// Three ways to say what a customer's next purchase day will leave after the costs of its orders. Gamma-Gamma foretells
// revenue, which cannot be negative, and needs a margin rate: the customer's own, drawn towards the base's as if by the
// revenue of `ANCHOR_DAYS` usual days. Normal-normal works on margins, so a loss stays a loss.

/// What a purchase day of each customer leaves.
public sealed interface OrderWorth {

    int ANCHOR_DAYS = 5;

    /// Simplest first.
    List<String> NAMES = List.of("mean_margin", "normal_normal", "gamma_gamma");

    /// The same for all.
    record Mean(double margin) implements OrderWorth {}

    record Normal(NormalNormal.Margin model) implements OrderWorth {}

    record Gamma(GammaGamma.Spend model, double rate, double anchor) implements OrderWorth {}

    /// One of [#NAMES].
    default String name() {
        return switch (this) {
            case Mean mean -> "mean_margin";
            case Normal normal -> "normal_normal";
            case Gamma gamma -> "gamma_gamma";
        };
    }

    /// Those that the data support, simplest first.
    static List<OrderWorth> learn(Snapshot known) {
        OrderValues values = known.all();
        double days = 0;
        double revenue = 0;
        double margin = 0;
        for (int i = 0; i < values.size(); i++) {
            days += values.orders()[i];
            revenue += values.orders()[i] * values.revenue()[i];
            margin += values.orders()[i] * values.margin()[i];
        }
        List<OrderWorth> result = new ArrayList<>();
        result.add(new Mean(days == 0 ? 0 : margin / days));
        if (NormalNormal.fit(values) instanceof Fit.Fitted<NormalNormal.Margin>(NormalNormal.Margin model)) {
            result.add(new Normal(model));
        }
        if (revenue > 0 && GammaGamma.fit(known.repeat()) instanceof Fit.Fitted<GammaGamma.Spend>(GammaGamma.Spend m)) {
            result.add(new Gamma(m, margin / revenue, ANCHOR_DAYS * revenue / days));
        }
        return result;
    }

    /// Margin to expect of a purchase day of one customer.
    default double of(Snapshot known, int i) {
        OrderValues all = known.all();
        return switch (this) {
            case Mean(double margin) -> margin;
            case Normal(NormalNormal.Margin model) -> model.expected(all.orders()[i], all.margin()[i]);
            case Gamma(GammaGamma.Spend model, double rate, double anchor) -> {
                double revenue = all.orders()[i] * all.revenue()[i];
                double own = (all.orders()[i] * all.margin()[i] + anchor * rate) / (revenue + anchor);
                yield own
                        * model.expected(
                                known.repeat().orders()[i], known.repeat().revenue()[i]);
            }
        };
    }

    /// The same for everybody.
    default double[] ofAll(Snapshot known) {
        double[] result = new double[known.size()];
        for (int i = 0; i < result.length; i++) {
            result[i] = of(known, i);
        }
        return result;
    }
}
