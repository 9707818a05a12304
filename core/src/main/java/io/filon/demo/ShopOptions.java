package io.filon.demo;

import static io.filon.problem.Require.require;

import io.filon.demo.shop.Niche;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// Which shop to make up: how many customers, over which days, from which seed.
///
/// @param seed      the same seed and options give the same bytes, whatever the machine or its threads
/// @param customers people in the customer file, buyers or not; 1 or more
/// @param from      first day with orders
/// @param to        last day, inclusive; at least 90 days after `from`
/// @param buying    multiplies how often everybody buys; 1 is the shop as designed
/// @param browsing  multiplies visits and carts that end without an order; 1 is the shop as designed
/// @param measured  share of customers whose visits are recorded, the others having refused it; 0 to 1
/// @param beachhead whether the first niche is better than others; without it they are like others of their kind
public record ShopOptions(
        long seed,
        long customers,
        LocalDate from,
        LocalDate to,
        double buying,
        double browsing,
        double measured,
        boolean beachhead) {

    public ShopOptions {
        require(customers >= 1, "customers (%d) must be 1 or more", customers);
        require(ChronoUnit.DAYS.between(from, to) >= 90, "to (%s) must be 90 days or more after from (%s)", to, from);
        require(buying > 0, "buying (%s) must be positive", buying);
        require(browsing >= 0, "browsing (%s) must not be negative", browsing);
        require(measured >= 0 && measured <= 1, "measured (%s) must be 0 to 1", measured);
    }

    public ShopOptions(long seed, long customers, LocalDate from, LocalDate to, double buying, double browsing) {
        this(seed, customers, from, to, buying, browsing, 1, true);
    }

    /// The same shop where no niche is better than others of its kind.
    public ShopOptions withoutBeachhead() {
        return new ShopOptions(seed, customers, from, to, buying, browsing, measured, false);
    }

    /// The niches planted, the beachhead first.
    List<Niche> niches() {
        return beachhead
                ? Niche.all()
                : Niche.all().stream().map(Niche::withoutAdvantage).toList();
    }

    /// The shop as designed: the years 2024 and 2025.
    public static ShopOptions of(long seed, long customers) {
        return new ShopOptions(seed, customers, LocalDate.of(2024, 1, 1), LocalDate.of(2025, 12, 31), 1, 1);
    }

    /// The shop of the benchmarks: about 10 order lines and 30 events a customer.
    public static ShopOptions bench(long seed, long customers) {
        ShopOptions designed = of(seed, customers);
        return new ShopOptions(seed, customers, designed.from, designed.to, 1.52, 0.05, 0.73, true);
    }

    int days() {
        return (int) ChronoUnit.DAYS.between(from, to) + 1;
    }
}
