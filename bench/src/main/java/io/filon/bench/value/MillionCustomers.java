package io.filon.bench.value;

import io.filon.value.model.BgNbd;
import io.filon.value.model.Fit;
import io.filon.value.model.FittedModel;
import io.filon.value.model.MbgNbd;
import io.filon.value.model.ParetoNbd;
import io.filon.value.model.PurchaseHistories;
import io.filon.value.model.PurchaseModel;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/// Groups, fits and scores a million simulated customers on one thread, in processor seconds, which other work on the
/// machine does not stretch as it does the clock.
///
/// `java -Xmx256m -XX:+UseSerialGC -cp bench/target/bench.jar io.filon.bench.value.MillionCustomers [CUSTOMERS]
/// [ROUNDS]`
public final class MillionCustomers {

    private MillionCustomers() {}

    public static void main(String[] arguments) {
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
        Customers customers = Customers.draw(count);
        for (int round = 1; round <= rounds; round++) {
            for (PurchaseModel model : List.of(new BgNbd(), new MbgNbd(), new ParetoNbd())) {
                run(round, model, customers);
            }
        }
    }

    @SuppressWarnings("SystemOut") // a program whose result is what it prints
    private static void run(int round, PurchaseModel model, Customers customers) {
        Timed<PurchaseHistories> grouped =
                timed(() -> PurchaseHistories.of(customers.repeats(), customers.lastDays(), customers.observedDays()));
        PurchaseHistories histories = grouped.result;
        Timed<Fit<FittedModel>> fitted = timed(() -> model.fit(histories));
        if (!(fitted.result instanceof Fit.Fitted<FittedModel>(FittedModel found))) {
            System.out.println(model.name() + ": " + fitted.result);
            return;
        }
        Timed<double[]> scored = timed(() -> {
            histories.spread(found.alive(histories));
            return histories.spread(found.expectedOrders(histories, 365));
        });
        System.out.printf(
                Locale.ROOT,
                "round %d %-10s %d customers, %d histories: group %.3f s, fit %.3f s, score %.3f s (processor)%n",
                round,
                model.name(),
                histories.size(),
                histories.groups(),
                grouped.seconds,
                fitted.seconds,
                scored.seconds);
    }

    private record Timed<T>(T result, double seconds) {}

    private static <T> Timed<T> timed(Supplier<T> work) {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        T result = work.get();
        return new Timed<>(result, (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e9);
    }
}
