package io.filon.value.future;

import io.filon.value.contest.PurchaseLog;

// Of each full year before the last day, the share of its purchases that fell into the days that begin where the
// horizon begins. A base that grows buys more at the end of each year for no season's sake, so the share is compared
// with the one that steady growth between the years would give.

/// How much more, or less, than an average stretch of the year the days ahead usually bring.
///
/// @param factor  multiplies what is expected; 1 without correction
/// @param years   full years it rests on; under 2 there is no correction
/// @param applies whether the horizon is short of a year, so that it matters
public record Season(double factor, int years, boolean applies) {

    private static final int YEAR = 365;

    static Season of(PurchaseLog log, int until, int horizonDays) {
        int years = Math.min(3, (until - log.firstDay()) / YEAR);
        if (horizonDays >= YEAR || years < 2) {
            return new Season(1, years, horizonDays < YEAR);
        }
        double[] inYear = new double[years];
        double[] inWindow = new double[years];
        for (int day : log.day()) {
            int back = (until - day) / YEAR;
            if (day <= until && back < years) {
                inYear[back]++;
                int fromStart = YEAR - 1 - (until - day) % YEAR;
                inWindow[back] += fromStart < horizonDays ? 1 : 0;
            }
        }
        if (inYear[0] == 0 || inYear[years - 1] == 0) {
            return new Season(1, years, true);
        }
        double growth = Math.log(inYear[0] / inYear[years - 1]) / (years - 1);
        double steady = Math.abs(growth) < 1e-9
                ? horizonDays / (double) YEAR
                : Math.expm1(growth * horizonDays / YEAR) / Math.expm1(growth);
        double shares = 0;
        for (int i = 0; i < years; i++) {
            shares += inYear[i] == 0 ? steady / years : inWindow[i] / inYear[i] / years;
        }
        return new Season(Math.clamp(shares / steady, 0.2, 5), years, true);
    }
}
