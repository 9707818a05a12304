package io.filon.value.model;

import java.util.Arrays;
import java.util.Random;
import java.util.random.RandomGenerator;

/// Customers drawn from MBG/NBD with known parameters, time in days.
///
/// @param purchaseDays by customer, the first included, up to `futureDays` after the end of what is known
public record SimulatedBase(int[][] purchaseDays, int knownDays) {

    /// Rates gamma (r, alpha in days), chances to leave beta (a, b); first purchases spread over the first third.
    public static SimulatedBase draw(
            long seed, int customers, double r, double alpha, double a, double b, int knownDays, int futureDays) {
        Random random = new Random(seed);
        int[][] days = new int[customers][];
        for (int i = 0; i < customers; i++) {
            double rate = gamma(random, r) / alpha;
            double x = gamma(random, a);
            double leaves = x / (x + gamma(random, b));
            int first = random.nextInt(knownDays / 3);
            int[] bought = new int[8];
            int n = 1;
            bought[0] = first;
            double now = first;
            while (random.nextDouble() >= leaves) {
                now += -Math.log(1 - random.nextDouble()) / rate;
                if (now > knownDays + futureDays) {
                    break;
                }
                int day = (int) now;
                if (day > bought[n - 1]) {
                    bought = n == bought.length ? Arrays.copyOf(bought, n * 2) : bought;
                    bought[n++] = day;
                }
            }
            days[i] = Arrays.copyOf(bought, n);
        }
        return new SimulatedBase(days, knownDays);
    }

    public PurchaseHistories histories() {
        int n = purchaseDays.length;
        int[] repeats = new int[n];
        int[] last = new int[n];
        int[] observed = new int[n];
        for (int i = 0; i < n; i++) {
            for (int day : purchaseDays[i]) {
                if (day <= knownDays && day > purchaseDays[i][0]) {
                    repeats[i]++;
                    last[i] = day - purchaseDays[i][0];
                }
            }
            observed[i] = knownDays - purchaseDays[i][0];
        }
        return PurchaseHistories.of(repeats, last, observed);
    }

    /// Marsaglia and Tsang (2000); below 1 by the usual power of a uniform.
    static double gamma(RandomGenerator random, double shape) {
        if (shape < 1) {
            return gamma(random, shape + 1) * Math.pow(1 - random.nextDouble(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double z = random.nextGaussian();
            double v = Math.pow(1 + c * z, 3);
            if (v > 0 && Math.log(1 - random.nextDouble()) < z * z / 2 + d * (1 - v + Math.log(v))) {
                return d * v;
            }
        }
    }
}
