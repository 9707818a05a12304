package io.filon.bench.segment;

import io.filon.segment.Amounts;
import io.filon.segment.FirstMatch;
import io.filon.segment.Members;
import io.filon.segment.Overlap;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.roaringbitmap.FastAggregation;
import org.roaringbitmap.RoaringBitmap;

/// A hundred segments of a base of a million customers, of 1 % to half of it each.
/// `java -cp bench/target/bench.jar org.openjdk.jmh.Main SetAlgebra`
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgs = {"-Xmx1g", "-XX:+UseSerialGC"})
public class SetAlgebra {

    private static final int SEGMENTS = 100;

    @Param("1000000")
    @SuppressWarnings("NullAway.Init") // JMH sets it
    int customers;

    @SuppressWarnings("NullAway.Init")
    private List<Members> segments;

    @SuppressWarnings("NullAway.Init")
    private RoaringBitmap[] sets;

    @SuppressWarnings("NullAway.Init")
    private RoaringBitmap base;

    @SuppressWarnings("NullAway.Init")
    private Amounts net;

    @Setup
    public void draw() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
        segments = new ArrayList<>();
        for (int i = 0; i < SEGMENTS; i++) {
            double share = 0.01 + 0.49 * i / SEGMENTS;
            RoaringBitmap numbers = new RoaringBitmap();
            for (int customer = 0; customer < customers; customer++) {
                if (random.nextDouble() < share) {
                    numbers.add(customer);
                }
            }
            numbers.runOptimize();
            segments.add(new Members("s" + i, numbers));
        }
        sets = segments.stream().map(Members::numbers).toArray(RoaringBitmap[]::new);
        base = RoaringBitmap.bitmapOfRange(0, customers);
        net = new Amounts(random.longs(customers, -100_000, 1_000_000).toArray());
    }

    /// Who is in any of the hundred.
    @Benchmark
    public int union() {
        return FastAggregation.or(sets).getCardinality();
    }

    /// Who is in all of the largest ten.
    @Benchmark
    public int intersection() {
        RoaringBitmap[] ten = Arrays.copyOfRange(sets, SEGMENTS - 10, SEGMENTS);
        return FastAggregation.and(ten).getCardinality();
    }

    /// How many one segment shares with each of the others.
    @Benchmark
    public long shared() {
        long sum = 0;
        for (Members other : segments) {
            sum += segments.getLast().shared(other);
        }
        return sum;
    }

    /// Everybody's owner, by the order of the hundred.
    @Benchmark
    public FirstMatch owners() {
        return FirstMatch.of(segments, base);
    }

    /// What one segment of half the base leaves.
    @Benchmark
    public BigDecimal net() {
        return net.sum(sets[SEGMENTS - 1]);
    }

    /// Every combination of five segments, with what each leaves.
    @Benchmark
    public Overlap overlapOfFive() {
        return Overlap.of(segments.subList(SEGMENTS - 5, SEGMENTS), net);
    }
}
