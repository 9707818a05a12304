package io.filon.priority;

import io.filon.workspace.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Shares the budget out, and says what the last euro of it is expected to earn.
final class Planning {

    private static final List<String> AWAKE = List.of("new", "active", "active_vip");

    private final Settings.Priorities asked;
    private final double budget;
    private final List<Row> rows;
    private final Map<String, Matrix.Line> lines;

    Planning(Settings.Priorities asked, List<Row> rows, Map<String, Matrix.Line> lines) {
        this.asked = asked;
        this.budget = asked.budget() == null ? Double.POSITIVE_INFINITY : asked.budget();
        this.rows = rows;
        this.lines = lines;
    }

    Plan plan() {
        List<Curve> curves = rows.stream().map(this::curve).toList();
        int[] contacts = Allocator.contacts(curves, budget);
        List<Plan.Share> shares = new ArrayList<>();
        double spent = 0;
        double[] net = new double[Belief.DRAWS];
        double expected = 0;
        for (int i = 0; i < rows.size(); i++) {
            Plan.Share share = share(rows.get(i), curves.get(i), contacts[i]);
            shares.add(share);
            spent += share.cost();
            expected += share.net().value();
            double worth = worth(curves.get(i), contacts[i]);
            double[] draws = line(rows.get(i)).belief().draws();
            for (int draw = 0; draw < net.length; draw++) {
                net[draw] += draws[draw] * worth - share.cost();
            }
        }
        int last = last(curves, contacts);
        return new Plan(
                budget,
                spent,
                shares,
                new Belief(expected, net).estimate(amount -> amount),
                last < 0 ? null : lastEuro(rows.get(last), curves.get(last), contacts[last]),
                last < 0 ? "" : rows.get(last).segment());
    }

    private Matrix.Line line(Row row) {
        return Objects.requireNonNull(lines.get(row.segment()));
    }

    /// A part of every segment's customers, drawn by chance, is held out, so those who can be contacted are the
    /// rest.
    private Curve curve(Row row) {
        Matrix.Line line = line(row);
        double[] worths = line.people().worths();
        int contactable = row.letGo() ? 0 : (int) Math.floor(worths.length * (1 - asked.controlShare()));
        double[] kept = new double[contactable];
        for (int i = 0; i < contactable; i++) { // evenly thinned, best first
            kept[i] = worths[(int) ((long) i * worths.length / Math.max(1, contactable))];
        }
        return Curve.of(
                row.segment(),
                kept,
                line.belief().mean(),
                line.contactCost(),
                asked.fixedCosts().getOrDefault(row.segment(), 0.0));
    }

    private Plan.Share share(Row row, Curve curve, int contacts) {
        double cost = contacts == 0 ? 0 : curve.fixedCost() + contacts * curve.contactCost();
        double worth = worth(curve, contacts);
        long heldOut = Math.round(contacts * asked.controlShare() / (1 - asked.controlShare()));
        return new Plan.Share(
                row.segment(),
                contacts,
                heldOut,
                cost,
                line(row).belief().estimate(rate -> rate * worth - cost),
                advice(row, contacts));
    }

    private static String advice(Row row, int contacts) {
        if (contacts == 0) {
            return row.letGo() ? "let_go" : "wait";
        }
        return AWAKE.contains(row.stage()) ? "nurture" : "reactivate";
    }

    /// What the orders of those contacted leave together, one each.
    private static double worth(Curve curve, int contacts) {
        double worth = 0;
        int left = contacts;
        for (Curve.Piece piece : curve.pieces()) {
            int taken = Math.min(left, piece.customers());
            worth += taken * piece.worth();
            left -= taken;
        }
        return worth;
    }

    /// Whose last contact is expected to earn least per euro; -1 when nobody is contacted.
    private static int last(List<Curve> curves, int[] contacts) {
        int last = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < contacts.length; i++) {
            if (contacts[i] > 0) {
                double perEuro =
                        at(curves.get(i), contacts[i]).earned() / curves.get(i).contactCost();
                if (perEuro < least) {
                    least = perEuro;
                    last = i;
                }
            }
        }
        return last;
    }

    private Estimate lastEuro(Row row, Curve curve, int contacts) {
        double worth = at(curve, contacts).worth();
        return line(row).belief().estimate(rate -> (rate * worth - curve.contactCost()) / curve.contactCost());
    }

    private static Curve.Piece at(Curve curve, int contact) {
        int left = contact;
        for (Curve.Piece piece : curve.pieces()) {
            if (left <= piece.customers()) {
                return piece;
            }
            left -= piece.customers();
        }
        return curve.pieces().getLast();
    }
}
