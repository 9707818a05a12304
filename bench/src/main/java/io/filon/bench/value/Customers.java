package io.filon.bench.value;

import java.util.Random;

/// Customers drawn from MBG/NBD with the parameters of CDNOW, first purchases over 12 of 39 weeks.
///
/// @param repeats      by customer
/// @param lastDays     by customer
/// @param observedDays by customer
@SuppressWarnings("ArrayRecordComponent") // columns of numbers, never compared
record Customers(int[] repeats, int[] lastDays, int[] observedDays) {

    private static final int KNOWN = 273;
    private static final int ARRIVING = 84;

    static Customers draw(int count) {
        Random random = new Random(1);
        Customers drawn = new Customers(new int[count], new int[count], new int[count]);
        for (int i = 0; i < count; i++) {
            drawn.one(random, i);
        }
        return drawn;
    }

    private void one(Random random, int i) {
        double rate = gamma(random, .525) / (6.183 * 7);
        double stays = gamma(random, 1.614);
        double leaves = gamma(random, .891);
        double chance = leaves / (leaves + stays);
        observedDays[i] = KNOWN - random.nextInt(ARRIVING);
        double now = 0;
        while (random.nextDouble() >= chance) {
            now -= Math.log(1 - random.nextDouble()) / rate;
            if (now > observedDays[i]) {
                return;
            }
            if ((int) now > lastDays[i]) {
                repeats[i]++;
                lastDays[i] = (int) now;
            }
        }
    }

    /// Marsaglia and Tsang (2000).
    private static double gamma(Random random, double shape) {
        if (shape < 1) {
            return gamma(random, shape + 1) * Math.pow(1 - random.nextDouble(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        while (true) {
            double z = random.nextGaussian();
            double v = Math.pow(1 + z / Math.sqrt(9 * d), 3);
            if (v > 0 && Math.log(1 - random.nextDouble()) < z * z / 2 + d * (1 - v + Math.log(v))) {
                return d * v;
            }
        }
    }
}
