package io.filon.value.future;

import io.filon.value.contest.ContestResult;
import io.filon.value.contest.ContestResult.Churn;
import io.filon.value.contest.OrderContestant.Learnt;
import io.filon.value.contest.OrderWorth;
import io.filon.value.contest.PurchaseLog;
import io.filon.value.contest.Snapshot;
import io.filon.value.contest.ValueRules;
import io.filon.value.future.Prediction.Chances;
import io.filon.value.future.Prediction.Columns;
import io.filon.value.model.FittedModel;
import io.filon.value.model.GammaGamma;
import java.util.Arrays;
import java.util.List;

/// The figures of every customer, one column after the other.
///
/// @param worths all ways to value an order that could be learnt
/// @param worth  the one that is used
record Foretelling(
        PurchaseLog log,
        Snapshot known,
        ContestResult contest,
        Learnt learnt,
        Chances chances,
        List<OrderWorth> worths,
        OrderWorth worth,
        Season season,
        int days,
        Question.Pains pains) {

    private static final int LONGEST_WAIT = 1_095;
    private static final int USUAL_GAPS = 3;

    /// @param variance      of each customer's value by chance alone
    /// @param orderVariance of each customer's orders
    @SuppressWarnings("ArrayRecordComponent") // columns of numbers, never compared
    record Done(Columns columns, double[] variance, double[] orderVariance) {}

    Done all() {
        double[] orders = scaled(learnt.orders(known, days), season.factor());
        double[] margin = worth.ofAll(known);
        double[] value = value(orders, margin);
        Ranges ranges = new Ranges(log, known, worth, pains.draws());
        double[] unknown = new double[known.size()];
        Arrays.fill(unknown, Double.NaN);
        Columns columns = switch (chances) {
            case Chances.Unknown() -> {
                ranges.drawAtRandom(orders, margin);
                yield new Columns(
                        orders,
                        unknown,
                        unknown,
                        spend(),
                        margin,
                        value,
                        bounded(ranges.low, value, true),
                        bounded(ranges.high, value, false),
                        ranges.inside,
                        unknown,
                        overdue());
            }
            case Chances.Of(FittedModel model) -> {
                ranges.draw(model, margin, days, season.factor());
                yield new Columns(
                        orders,
                        known.histories().spread(model.alive(known.histories())),
                        churn(model),
                        spend(),
                        margin,
                        value,
                        bounded(ranges.low, value, true),
                        bounded(ranges.high, value, false),
                        ranges.inside,
                        nextDays(model),
                        overdue());
            }
        };
        return new Done(columns, ranges.variance, ranges.orderVariance);
    }

    private double[] value(double[] orders, double[] margin) {
        String chosen = contest.values().chosen().name();
        if (ValueRules.NAMES.contains(chosen)) {
            return scaled(ValueRules.value(chosen, known, days), season.factor());
        }
        double[] result = new double[orders.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = orders[i] * margin[i];
        }
        return result;
    }

    private double[] churn(FittedModel model) {
        return contest.churn() instanceof Churn.Chances bent
                ? bent.of(model, known, days)
                : known.histories().spread(model.noPurchase(known.histories(), days));
    }

    /// Revenue to expect of a purchase day.
    private double[] spend() {
        double[] result = new double[known.size()];
        double revenue = 0;
        double days = 0;
        for (int i = 0; i < result.length; i++) {
            revenue += known.all().orders()[i] * known.all().revenue()[i];
            days += known.all().orders()[i];
        }
        double mean = revenue / Math.max(1, days);
        for (int i = 0; i < result.length; i++) {
            int repeats = known.repeat().orders()[i];
            result[i] = mean;
            for (OrderWorth one : worths) {
                if (one instanceof OrderWorth.Gamma(GammaGamma.Spend model, double rate, double anchor)) {
                    result[i] = model.expected(repeats, known.repeat().revenue()[i]);
                }
            }
        }
        return result;
    }

    /// Days until half of such customers have bought again, read off a ladder of horizons.
    private double[] nextDays(FittedModel model) {
        double[] result = new double[known.histories().groups()];
        double[] before = new double[result.length];
        Arrays.fill(result, Double.POSITIVE_INFINITY);
        Arrays.fill(before, 1);
        double last = 0;
        for (double day = 1; day <= LONGEST_WAIT; day = Math.ceil(day * 1.15)) {
            double[] none = model.noPurchase(known.histories(), day);
            for (int i = 0; i < result.length; i++) {
                if (none[i] <= 0.5 && Double.isInfinite(result[i])) {
                    result[i] = last + (day - last) * (before[i] - 0.5) / Math.max(1e-12, before[i] - none[i]);
                }
            }
            before = none;
            last = day;
        }
        return known.histories().spread(result);
    }

    /// Time since the last purchase over the usual gap: the customer's own, drawn to the base's as by three more gaps.
    private double[] overdue() {
        double gaps = known.histories().totalRepeats();
        double days = 0;
        for (int group = 0; group < known.histories().groups(); group++) {
            days += known.histories().customers(group) * known.histories().lastDays(group);
        }
        double usual = gaps == 0 ? 122 : days / gaps;
        double[] result = new double[known.size()];
        for (int i = 0; i < result.length; i++) {
            double own = (known.lastDays(i) + USUAL_GAPS * usual) / (known.repeats(i) + USUAL_GAPS);
            result[i] = known.hiatusDays(i) / Math.max(1, own);
        }
        return result;
    }

    private static double[] scaled(double[] values, double factor) {
        return factor == 1
                ? values
                : Arrays.stream(values).map(one -> one * factor).toArray();
    }

    private static double[] bounded(double[] bound, double[] value, boolean below) {
        double[] result = new double[bound.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = below ? Math.min(bound[i], value[i]) : Math.max(bound[i], value[i]);
        }
        return result;
    }
}
