package io.filon.demo.shop;

import io.filon.demo.shop.OrderMaker.Planned;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// Draws the days on which one customer buys.
///
/// Idea: a clock that runs at the day's weight; every second tick of a Poisson process on it is an order, so gaps are
/// more regular than chance (Erlang 2), and because the first tick's phase is random the expected count stays exactly
/// rate x weight. Life ends after an exponential time. Who signs up within the files often buys at once.
public final class OrderDays {

    public static final double BUYS_AT_SIGN_UP = 0.6;

    /// @param orders sorted by day
    /// @param alive  the last day on which they still visit
    public record Plan(List<Planned> orders, int alive) {}

    private OrderDays() {}

    public static Plan draw(Customer customer, RandomGenerator random) {
        TypeModel model = customer.model();
        int start = customer.start();
        double end = start + random.nextExponential() * model.lifeDays;
        int alive = (int) Math.min(end, customer.stop() - 1.0);
        List<Planned> days = new ArrayList<>();
        if (!customer.buys()) {
            return new Plan(days, Math.min(start + 60, alive));
        }
        if (customer.newInFiles() && random.nextDouble() < BUYS_AT_SIGN_UP) {
            days.add(new Planned(start, false));
        }
        double until = model.weightUpTo(customer.stop());
        double clock = model.weightUpTo(start);
        boolean order = random.nextBoolean();
        while (true) {
            clock += random.nextExponential() / (2 * customer.ordersADay());
            if (clock >= until) {
                return new Plan(days, alive);
            }
            int day = model.dayAt(clock);
            if (day >= end) {
                return new Plan(days, alive);
            }
            if (order) {
                days.add(new Planned(day, false));
            }
            order = !order;
        }
    }
}
