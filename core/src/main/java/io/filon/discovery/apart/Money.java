package io.filon.discovery.apart;

import io.filon.stats.permutation.CodeTable;
import io.filon.stats.permutation.Condition;
import java.util.List;

/// What customers with a value leave in the outcome window beside comparable customers without it.
///
/// @param each        mean net of a customer with it
/// @param others      mean net of known customers without it, weighted to the same quarters
/// @param extra       what those with it leave beyond what as many of the others would
/// @param withoutBest the same without the one customer who leaves most
record Money(double each, double others, double extra, double withoutBest) {

    static Money of(CodeTable table, List<People.Row> rows, Condition asked) {
        double with = 0;
        double best = Double.NEGATIVE_INFINITY;
        double compared = 0;
        int members = 0;
        for (int stratum = 0; stratum < table.starts().length - 1; stratum++) {
            double sum = 0;
            double rest = 0;
            int here = 0;
            int others = 0;
            for (int row = table.starts()[stratum]; row < table.starts()[stratum + 1]; row++) {
                int code = table.codes()[row * table.columns() + asked.column()];
                double net = rows.get(row).net();
                if (code == asked.code()) {
                    sum += net;
                    here++;
                    best = Math.max(best, net);
                } else if (code > 0) {
                    rest += net;
                    others++;
                }
            }
            if (here > 0 && others > 0) {
                with += sum;
                members += here;
                compared += here * rest / others;
            }
        }
        if (members == 0) {
            return new Money(0, 0, 0, 0);
        }
        return new Money(
                with / members, compared / members, with - compared, with - best - compared * (members - 1) / members);
    }
}
