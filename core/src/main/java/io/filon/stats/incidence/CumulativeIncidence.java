package io.filon.stats.incidence;

import static io.filon.problem.Require.require;
import static java.lang.Math.exp;
import static java.lang.Math.log;
import static java.lang.Math.pow;
import static java.lang.Math.sqrt;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Share of cases that have ended one way by each day, when they can end two ways and some have not ended yet.
///
/// Idea: whoever is still open says nothing of later days, so each day's ends are set against those followed that far
/// (Aalen & Johansen 1978). Assumes that cases still open will go on as those followed longer did. Ends of one day come
/// before the open cases of that day. Variance by the delta method (Marubini & Valsecchi 1995, section 10.2.6);
/// interval on the scale log(-log), which keeps it within 0 and 1. Cost: one sort.
public final class CumulativeIncidence {

    /// @param day   days followed, 0 or more
    /// @param end   0 still open, 1 ended the way asked about, 2 the other way
    public record Case(int day, int end) {
        public Case {
            require(day >= 0, "day (%d) must not be negative", day);
            require(end >= 0 && end <= 2, "end (%d) must be 0, 1 or 2", end);
        }
    }

    /// @param share of cases that ended the way asked about by the day, 0..1
    /// @param other of cases that ended the other way
    /// @param low,high 95 % interval of `share`; 0 and 1 when there is no case
    public record Share(double share, double other, double low, double high) {}

    private static final double Z = 1.959964;

    private final Case[] cases;

    public CumulativeIncidence(List<Case> cases) {
        this.cases = cases.toArray(Case[]::new);
        Arrays.sort(this.cases, Comparator.comparingInt(Case::day));
    }

    /// @param day ends on this day count
    public Share by(int day) {
        int steps = 0;
        double[] before = new double[cases.length];
        double[] hazard = new double[cases.length];
        double[] otherHazard = new double[cases.length];
        int[] atRisk = new int[cases.length];
        double open = 1;
        double share = 0;
        double other = 0;
        double[] shares = new double[cases.length];
        for (int i = 0; i < cases.length && cases[i].day <= day; ) {
            int left = cases.length - i;
            int ended = 0;
            int endedOther = 0;
            int today = cases[i].day;
            for (; i < cases.length && cases[i].day == today; i++) {
                ended += cases[i].end == 1 ? 1 : 0;
                endedOther += cases[i].end == 2 ? 1 : 0;
            }
            if (ended + endedOther == 0) {
                continue;
            }
            before[steps] = open;
            hazard[steps] = (double) ended / left;
            otherHazard[steps] = (double) endedOther / left;
            atRisk[steps] = left;
            share += open * hazard[steps];
            other += open * otherHazard[steps];
            open *= 1 - hazard[steps] - otherHazard[steps];
            shares[steps++] = share;
        }
        return interval(share, other, variance(steps, before, hazard, otherHazard, atRisk, shares));
    }

    private static double variance(
            int steps, double[] before, double[] hazard, double[] otherHazard, int[] atRisk, double[] shares) {
        double variance = 0;
        for (int i = 0; i < steps; i++) {
            double later = shares[steps - 1] - shares[i];
            double all = hazard[i] + otherHazard[i];
            double n = atRisk[i];
            variance += all >= 1 ? 0 : later * later * all / (n * (1 - all));
            variance += before[i] * before[i] * hazard[i] * (1 - hazard[i]) / n;
            variance -= 2 * later * before[i] * hazard[i] / n;
        }
        return Math.max(0, variance);
    }

    private Share interval(double share, double other, double variance) {
        if (cases.length == 0) {
            return new Share(0, 0, 0, 1);
        }
        // none or all of n: what n cases would still show once in forty
        double once = pow(0.025, 1.0 / cases.length);
        if (share <= 0) {
            return new Share(0, other, 0, 1 - once);
        }
        if (share >= 1) {
            return new Share(1, other, once, 1);
        }
        double width = Z * sqrt(variance) / (share * Math.abs(log(share)));
        return new Share(share, other, pow(share, exp(width)), pow(share, exp(-width)));
    }
}
