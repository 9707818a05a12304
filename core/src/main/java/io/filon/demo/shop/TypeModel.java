package io.filon.demo.shop;

import io.filon.demo.shop.Almanac.Product;
import io.filon.demo.shop.Prices.Payment;
import io.filon.demo.shop.Prices.Source;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A kind of customer made ready to draw from, with the sums that give its expected value in closed form.
///
/// Orders of one customer: rate times the day's weight, while alive; a customer's life is exponential with mean
/// `yearsActive`. So the orders expected from day s until stop are rate x e^(s/life) x sum of weight(d) e^(-d/life),
/// which two running sums give at once: one of all orders, one of the discounted.
public final class TypeModel {

    private static final double REBAJAS_DISCOUNT = 0.25;

    public final CustomerType type;
    /// The niche these customers are; null for who is in none.
    public final @Nullable Niche niche;

    public final Weighted<Payment> payments;
    public final Weighted<Source> sources;
    public final double lifeDays;
    /// Of an order placed that day, the chance of a discount.
    private final double[] discountShare;

    /// Running sums, `[days + 1]`: of weights; of weights times survival; of those times the chance of a discount.
    private final double[] weightUpTo;

    private final double[] aliveUpTo;
    private final double[] discountedUpTo;

    private final Weighted<Product> products;
    private final Weighted<Product> productsLater;

    /// Every kind, each niche planted in it before the rest of it.
    ///
    /// @param niches that are planted
    public static List<TypeModel> all(List<Niche> niches, Almanac almanac, Calendar calendar) {
        List<TypeModel> models = new ArrayList<>();
        for (CustomerType type : CustomerType.all()) {
            double left = type.share();
            for (Niche niche : niches) {
                if (niche.of().equals(type.name())) {
                    models.add(
                            new TypeModel(niche.within(type), niche, niche.categoriesLater(type), almanac, calendar));
                    left -= niche.share();
                }
            }
            models.add(new TypeModel(type.withShare(left), null, type.categories(), almanac, calendar));
        }
        return models;
    }

    private TypeModel(
            CustomerType type,
            @Nullable Niche niche,
            Map<String, Double> categoriesLater,
            Almanac almanac,
            Calendar calendar) {
        this.type = type;
        this.niche = niche;
        products = products(type.categories(), almanac);
        productsLater = products(categoriesLater, almanac);
        payments = weighted(type.payments(), name -> Payment.valueOf(name.toUpperCase(Locale.ROOT)));
        sources = weighted(type.channels(), Source::labelled);
        lifeDays = type.buying().yearsActive() * 365;
        discountShare = new double[calendar.days];
        weightUpTo = new double[calendar.days + 1];
        aliveUpTo = new double[calendar.days + 1];
        discountedUpTo = new double[calendar.days + 1];
        for (int day = 0; day < calendar.days; day++) {
            boolean weekend = calendar.weekend(day);
            double usual =
                    weekend ? type.terms().weekendDiscount() : type.terms().discount();
            discountShare[day] = Math.min(0.95, usual + (calendar.rebajas(day) ? REBAJAS_DISCOUNT : 0));
            double weight = calendar.season(day) * (weekend ? type.buying().weekend() : 1) / week();
            double alive = weight * Math.exp(-day / lifeDays);
            weightUpTo[day + 1] = weightUpTo[day] + weight;
            aliveUpTo[day + 1] = aliveUpTo[day] + alive;
            discountedUpTo[day + 1] = discountedUpTo[day] + alive * discountShare[day];
        }
    }

    private double week() {
        return (5 + 2 * type.buying().weekend()) / 7;
    }

    public double discountShare(int day) {
        return discountShare[day];
    }

    public double weightUpTo(int day) {
        return weightUpTo[day];
    }

    /// The day in which the running weight passes a point.
    public int dayAt(double weight) {
        int found = Arrays.binarySearch(weightUpTo, weight);
        return found < 0 ? -found - 2 : found;
    }

    /// Orders expected of a rate of 1 a day over `[from, stop)` of who is a customer from `start` on.
    public double expectedOrders(int start, int from, int stop) {
        return Math.exp(start / lifeDays) * (aliveUpTo[stop] - aliveUpTo[from]);
    }

    /// Of those, how many have a discount.
    public double expectedDiscounted(int start, int from, int stop) {
        return Math.exp(start / lifeDays) * (discountedUpTo[stop] - discountedUpTo[from]);
    }

    /// What is bought on a day.
    ///
    /// @param start first day on which the files could show an order of the customer's
    public Weighted<Product> products(int start, int day) {
        return day < changes(start) ? products : productsLater;
    }

    /// The day from which something else is preferred; the calendar's end for most kinds.
    int changes(int start) {
        int end = discountShare.length;
        return niche == null ? end : Math.min(end, start + niche.afterDays());
    }

    private static Weighted<Product> products(Map<String, Double> categories, Almanac almanac) {
        List<Product> chosen = almanac.products().stream()
                .filter(product -> categories.containsKey(product.category()))
                .toList();
        List<Double> weights = chosen.stream()
                .map(product -> categories.getOrDefault(product.category(), 0.0))
                .toList();
        return new Weighted<>(chosen, weights);
    }

    private static <T> Weighted<T> weighted(Map<String, Double> weights, Function<String, T> parse) {
        return new Weighted<>(weights.keySet().stream().map(parse).toList(), new ArrayList<>(weights.values()));
    }
}
