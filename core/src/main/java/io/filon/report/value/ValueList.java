package io.filon.report.value;

import io.filon.value.contest.OrderWorth;
import io.filon.value.contest.PurchaseLog;
import io.filon.value.future.Prediction;
import java.time.LocalDate;
import java.util.Locale;

/// One line a customer for programs: commas, decimal points, days as `2026-06-30`, nothing where a figure is not
/// known. `value` is the winner's; beside it stands what each way to value an order makes of the same orders, in which
/// customers who lose money can be seen even where a rule of thumb that tells nobody apart has won.
public final class ValueList {

    private static final String HEADER =
            "customer,repeats,last_repeat_weeks,observed_weeks,expected_orders,p_alive,churn,expected_spend,"
                    + "expected_margin,value,value_low,value_high,next_order_on,overdue";
    private static final double DAYS_A_WEEK = 7;
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private ValueList() {}

    public static String write(Prediction prediction, PurchaseLog log) {
        StringBuilder out = new StringBuilder(HEADER);
        OrderWorth.NAMES.forEach(name -> out.append(",value_").append(name));
        out.append('\n');
        Prediction.Columns columns = prediction.customers();
        for (int i = 0; i < prediction.known().size(); i++) {
            out.append(cell(log.customers().get(prediction.known().customer()[i])))
                    .append(',')
                    .append(prediction.known().repeats(i));
            number(out, prediction.known().lastDays(i) / DAYS_A_WEEK);
            number(out, prediction.known().observedDays(i) / DAYS_A_WEEK);
            number(out, columns.orders()[i]);
            number(out, columns.alive()[i]);
            number(out, columns.churn()[i]);
            number(out, columns.spend()[i]);
            number(out, columns.margin()[i]);
            number(out, columns.value()[i]);
            number(out, columns.low()[i]);
            number(out, columns.high()[i]);
            out.append(',').append(day(prediction.known().until(), columns.nextDays()[i]));
            number(out, columns.overdue()[i]);
            for (String name : OrderWorth.NAMES) {
                number(out, columns.orders()[i] * margin(prediction, name, i));
            }
            out.append('\n');
        }
        return out.toString();
    }

    /// Of an order; unknown where that way could not be learnt.
    private static double margin(Prediction prediction, String way, int i) {
        return prediction.worths().stream()
                .filter(worth -> worth.name().equals(way))
                .mapToDouble(worth -> worth.margins()[i])
                .findFirst()
                .orElse(Double.NaN);
    }

    private static String day(int until, double next) {
        return Double.isFinite(next)
                ? LocalDate.ofEpochDay(until + Math.max(1, Math.round(next))).toString()
                : "";
    }

    static void number(StringBuilder out, double value) {
        out.append(',');
        if (Double.isFinite(value)) {
            out.append(String.format(Locale.ROOT, "%.6f", value));
        }
    }

    static String cell(String text) {
        String safe = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
