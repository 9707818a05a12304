package io.filon.testing;

import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Checks by property: many generated cases instead of a few written ones.
public final class Cases {

    private static final int CASES = 200;

    private Cases() {}

    /// Runs a check on many generated cases, and names the seed of the one that fails.
    public static void forEachCase(Consumer<RandomGenerator> check) {
        forEachCase(CASES, check);
    }

    /// The same with fewer cases, where one is slow.
    public static void forEachCase(int cases, Consumer<RandomGenerator> check) {
        for (long seed = 0; seed < cases; seed++) {
            try {
                check.accept(RandomGeneratorFactory.of("L64X128MixRandom").create(seed));
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("failed for seed " + seed, e);
            }
        }
    }
}
