package io.filon.value.model;

import io.filon.value.contest.PurchaseLog;
import io.filon.value.trait.Traits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.random.RandomGenerator;

/// Customers drawn from MBG/NBD with known parameters, time in days.
///
/// @param purchaseDays by customer, the first included, up to `futureDays` after the end of what is known
public record SimulatedBase(int[][] purchaseDays, int knownDays) {

    /// Rates gamma (r, alpha in days), chances to leave beta (a, b); first purchases spread over the first third.
    public static SimulatedBase draw(
            long seed, int customers, double r, double alpha, double a, double b, int knownDays, int futureDays) {
        return draw(seed, customers, r, alpha, a, b, knownDays, futureDays, i -> 1, i -> 1);
    }

    /// The same, where the customers of some kind buy so many times as often, or are so many times as ready to leave.
    public static SimulatedBase draw(
            long seed,
            int customers,
            double r,
            double alpha,
            double a,
            double b,
            int knownDays,
            int futureDays,
            IntToDoubleFunction buying,
            IntToDoubleFunction leaving) {
        Random random = new Random(seed);
        int[][] days = new int[customers][];
        for (int i = 0; i < customers; i++) {
            double rate = gamma(random, r) / alpha * buying.applyAsDouble(i);
            double x = gamma(random, a * leaving.applyAsDouble(i));
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

    /// As a company's orders: customers' margins differ and so do their orders'.
    public PurchaseLog log(long seed, int lastDay, Traits traits) {
        return log(seed, lastDay, traits, customer -> 20);
    }

    /// @param usual what an order of such a customer leaves
    public PurchaseLog log(long seed, int lastDay, Traits traits, IntToDoubleFunction usual) {
        Random random = new Random(seed);
        List<String> ids = new ArrayList<>();
        int[] start = new int[purchaseDays.length + 1];
        for (int i = 0; i < purchaseDays.length; i++) {
            ids.add("c%06d".formatted(i));
            start[i + 1] = start[i] + purchaseDays[i].length;
        }
        int[] day = new int[start[ids.size()]];
        double[] margin = new double[day.length];
        double[] revenue = new double[day.length];
        for (int i = 0; i < ids.size(); i++) {
            double own = usual.applyAsDouble(i) + 6 * random.nextGaussian();
            for (int j = start[i]; j < start[i + 1]; j++) {
                day[j] = purchaseDays[i][j - start[i]];
                margin[j] = own + 8 * random.nextGaussian();
                revenue[j] = Math.abs(margin[j]) + 30;
            }
        }
        return new PurchaseLog(ids, start, day, revenue, margin, lastDay, traits);
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
    public static double gamma(RandomGenerator random, double shape) {
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
