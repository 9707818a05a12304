package io.filon.demo.shop;

import io.filon.demo.shop.CustomerType.Buying;
import io.filon.demo.shop.CustomerType.Terms;
import io.filon.demo.shop.Order.Channel;
import io.filon.demo.shop.Order.Line;
import io.filon.demo.shop.Order.Status;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/// Draws what is in the orders of one customer, their days being known.
public final class OrderMaker {

    private static final double LONGEST_WAIT_DAYS = 15;

    /// @param invited whether it answers a campaign, which comes with a coupon
    public record Planned(int day, boolean invited) {}

    private OrderMaker() {}

    public static List<Order> make(Customer customer, List<Planned> plan, RandomGenerator random) {
        List<Order> orders = new ArrayList<>(plan.size());
        plan.sort(Comparator.comparingInt(Planned::day));
        for (int i = 0; i < plan.size(); i++) {
            String id = "P" + customer.id().substring(1) + (i < 9 ? "-0" : "-") + (i + 1);
            orders.add(order(id, customer, plan.get(i), random));
        }
        return orders;
    }

    private static Order order(String id, Customer customer, Planned planned, RandomGenerator random) {
        Terms terms = customer.model().type.terms();
        boolean discounted =
                planned.invited || random.nextDouble() < customer.model().discountShare(planned.day);
        int percent = discounted ? Prices.DISCOUNT_PERCENTS[random.nextInt(Prices.DISCOUNT_PERCENTS.length)] : 0;
        List<Line> lines = lines(customer, planned.day, percent, random);
        Channel channel = channel(customer.model().type.buying(), random);
        Status status = status(terms, random);
        boolean online = channel != Channel.TIENDA && status != Status.CANCELADO;
        boolean express = random.nextDouble() < terms.express() && channel != Channel.TIENDA;
        boolean free = lines.size() > 1 || random.nextDouble() < terms.freeShipping();
        long charged = online ? (free ? 0 : Prices.SHIPPING_CHARGED) + (express ? Prices.EXPRESS_CHARGED : 0) : 0;
        long cost = online
                ? Prices.SHIPPING_COST
                        + (customer.look().rural() ? Prices.RURAL_SURCHARGE : 0)
                        + (express ? Prices.EXPRESS_COST : 0)
                : 0;
        return new Order(
                id,
                planned.day,
                second(customer.model().type.buying(), random),
                status,
                channel,
                percent,
                express,
                charged,
                cost,
                customer.model().payments.pick(random),
                planned.day + 10 + (int) (random.nextExponential() * LONGEST_WAIT_DAYS),
                lines);
    }

    private static List<Line> lines(Customer customer, int day, int percent, RandomGenerator random) {
        int size = 1 + Weighted.poisson(random, customer.extraLines());
        List<Line> lines = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            Almanac.Product product = customer.products(day).pick(random);
            double draw = random.nextDouble();
            int quantity = draw < 0.85 ? 1 : draw < 0.97 ? 2 : 3;
            long discount = (product.price() * quantity * percent + 50) / 100;
            lines.add(new Line(product, quantity, discount, random.nextDouble() < customer.returned()));
        }
        return lines;
    }

    private static Channel channel(Buying buying, RandomGenerator random) {
        double draw = random.nextDouble();
        if (draw < buying.app()) {
            return Channel.APP;
        }
        return draw < buying.app() + buying.store() ? Channel.TIENDA : Channel.WEB;
    }

    private static Status status(Terms terms, RandomGenerator random) {
        double draw = random.nextDouble();
        if (draw < Prices.CANCELLED_SHARE) {
            return Status.CANCELADO;
        }
        return draw < Prices.CANCELLED_SHARE + terms.refused() ? Status.RECHAZADO : Status.ENTREGADO;
    }

    private static int second(Buying buying, RandomGenerator random) {
        boolean peak = random.nextDouble() < buying.peakShare();
        int hour = peak ? random.nextInt(buying.peakFrom(), buying.peakTo()) : random.nextInt(9, 22);
        return hour * 3600 + random.nextInt(3600);
    }
}
