package io.filon.demo.shop;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/// Things to draw from, each with its weight.
public final class Weighted<T> {

    private final List<T> things;
    private final double[] upTo;

    public Weighted(List<T> things, List<Double> weights) {
        this.things = List.copyOf(things);
        upTo = new double[things.size()];
        double sum = 0;
        for (int i = 0; i < upTo.length; i++) {
            sum += weights.get(i);
            upTo[i] = sum;
        }
    }

    public T pick(RandomGenerator random) {
        int found = Arrays.binarySearch(upTo, random.nextDouble() * upTo[upTo.length - 1]);
        return things.get(Math.min(found < 0 ? -found - 1 : found + 1, upTo.length - 1));
    }

    /// The mean of a measure over what is drawn.
    public double mean(ToDoubleFunction<T> measure) {
        double sum = 0;
        double before = 0;
        for (int i = 0; i < upTo.length; i++) {
            sum += (upTo[i] - before) * measure.applyAsDouble(things.get(i));
            before = upTo[i];
        }
        return sum / upTo[upTo.length - 1];
    }

    /// A Poisson draw; meant for means under 200.
    public static int poisson(RandomGenerator random, double mean) {
        int count = 0;
        for (double sum = random.nextExponential(); sum < mean; sum += random.nextExponential()) {
            count++;
        }
        return count;
    }
}
