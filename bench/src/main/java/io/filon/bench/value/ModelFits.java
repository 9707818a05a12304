package io.filon.bench.value;

import io.filon.value.model.BgNbd;
import io.filon.value.model.Fit;
import io.filon.value.model.FittedModel;
import io.filon.value.model.MbgNbd;
import io.filon.value.model.ParetoNbd;
import io.filon.value.model.PurchaseHistories;
import java.util.concurrent.TimeUnit;
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

/// Grouping and fitting. `java -cp bench/target/bench.jar org.openjdk.jmh.Main ModelFits`
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 1,
        jvmArgs = {"-Xmx256m", "-XX:+UseSerialGC"})
public class ModelFits {

    @Param({"2357", "1000000"})
    @SuppressWarnings("NullAway.Init") // JMH sets it
    int size;

    @SuppressWarnings("NullAway.Init")
    private Customers customers;

    @Setup
    public void draw() {
        customers = Customers.draw(size);
    }

    @Benchmark
    public Fit<FittedModel> bgNbd() {
        return new BgNbd().fit(grouped());
    }

    @Benchmark
    public Fit<FittedModel> mbgNbd() {
        return new MbgNbd().fit(grouped());
    }

    @Benchmark
    public Fit<FittedModel> paretoNbd() {
        return new ParetoNbd().fit(grouped());
    }

    private PurchaseHistories grouped() {
        return PurchaseHistories.of(customers.repeats(), customers.lastDays(), customers.observedDays());
    }
}
