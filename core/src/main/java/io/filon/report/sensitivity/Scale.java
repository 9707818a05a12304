package io.filon.report.sensitivity;

import java.util.Optional;

/// How an assumed cost grows with the value assumed: the ledger is linear in each, so that one number, the growth of
/// the cost, says it all. Growth 0.5 is a cost half as much again, -1 is no cost at all.
///
/// @param name  of the assumption
/// @param value assumed now
record Scale(String name, double value) {

    /// The growth of the cost when the assumption has another value.
    double growth(double other) {
        double weight = weight(value);
        if (unsaid()) {
            return weight(other);
        }
        return weight == 0 ? 0 : weight(other) / weight - 1;
    }

    /// The value that makes the cost grow so, if there can be one: no share over 1, nothing under 0.
    Optional<Double> valueAt(double growth) {
        double weight = unsaid() ? growth : weight(value) * (1 + growth);
        double other = switch (name) {
            case "product_margin_share" -> 1 - weight;
            case "tax_rate", "tax_inside" -> weight / (1 - weight);
            default -> weight;
        };
        boolean share = name.equals("tax_rate") || unsaid() || name.endsWith("_share");
        boolean possible = Double.isFinite(other) && other >= 0 && (!share || other <= 1);
        return possible ? Optional.of(other) : Optional.empty();
    }

    /// What the cost is proportional to: a margin leaves the rest as cost, a tax inside prices is rate / (1 + rate).
    private double weight(double number) {
        return switch (name) {
            case "product_margin_share" -> 1 - number;
            case "tax_rate", "tax_inside" -> number / (1 + number);
            default -> number;
        };
    }

    /// Tax that nobody says is inside the amounts: none is taken out now, so growth is of the sales themselves.
    private boolean unsaid() {
        return name.equals("tax_inside");
    }
}
