package io.filon.discovery.apart;

import static java.lang.Math.ceil;
import static java.lang.Math.sqrt;

/// How much a comparison of so many customers could have seen. Normal approximation for two shares; chance of seeing it
/// 80 %.
///
/// @param critical score that has to be reached; that of the permutation test
/// @param members  customers in the group
/// @param others   customers beside them
record Power(double critical, long members, long others) {

    private static final double EIGHTY_PERCENT = 0.8416;
    private static final double ONE_TEST = 1.96;

    /// A trait that one in ten of the others has.
    private static final double USUAL_SHARE = 0.1;

    private static final double MOST_TIMES = 8;

    /// How many times as common a trait of one in ten must be to be seen; 0 when even 8 times would not be.
    double visibleTimes() {
        for (double times = 1.1; times <= MOST_TIMES; times += 0.1) {
            double error = sqrt(spread(times) * (1.0 / members + 1.0 / others));
            if (members > 0 && others > 0 && USUAL_SHARE * (times - 1) >= (critical + EIGHTY_PERCENT) * error) {
                return times;
            }
        }
        return 0;
    }

    /// Group members needed to see a trait of one in ten that is twice as common.
    long membersNeeded() {
        double ratio = members == 0 || others == 0 ? 1.0 / 9 : (double) members / others;
        double each = (critical + EIGHTY_PERCENT) / USUAL_SHARE;
        return (long) ceil(each * each * spread(2) * (1 + ratio));
    }

    /// Customers of a fresh test that would settle one lead, its score first taken back by what being the best of many
    /// adds to it.
    long customersToSettle(double score) {
        double shrunk = Math.abs(score) * Math.max(0.25, 1 - 1 / (score * score));
        double part = (ONE_TEST + EIGHTY_PERCENT) / shrunk;
        return (long) ceil((members + others) * part * part);
    }

    private static double spread(double times) {
        double middle = USUAL_SHARE * (1 + times) / 2;
        return middle * (1 - middle);
    }
}
