package io.filon.demo.shop;

import io.filon.demo.shop.Almanac.Province;
import io.filon.demo.shop.Customer.Look;
import io.filon.demo.shop.Prices.Source;
import java.time.LocalDate;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Draws customers.
///
/// `buying` multiplies everybody's rate.
public final class CustomerMaker {

    private static final double ALREADY_THERE = 0.35;
    private static final int LONGEST_BEFORE_DAYS = 900;

    private final Calendar calendar;
    private final double buying;
    private final Almanac almanac;
    private final Weighted<TypeModel> models;

    public CustomerMaker(Calendar calendar, double buying, Almanac almanac, List<TypeModel> models) {
        this.calendar = calendar;
        this.buying = buying;
        this.almanac = almanac;
        this.models = new Weighted<>(
                models, models.stream().map(model -> model.type.share()).toList());
    }

    public Customer make(long number, RandomGenerator random) {
        TypeModel model = models.pick(random);
        CustomerType type = model.type;
        boolean dormant = type.name().equals(CustomerType.DORMANT);
        boolean before = random.nextDouble() < ALREADY_THERE || dormant;
        int days = calendar.days;
        int signup = before ? -1 - random.nextInt(LONGEST_BEFORE_DAYS) : random.nextInt(days);
        int stop = dormant ? days - (int) (days * (0.30 + 0.25 * random.nextDouble())) : days;
        boolean buys = random.nextDouble() >= type.looks().neverBuys();
        // gamma with shape 2 and mean 1: some buy thrice as often as others of their kind
        double pace = (random.nextExponential() + random.nextExponential()) / 2;
        double rate = buys ? Math.max(0.05, pace) * type.buying().ordersYearly() / 365 * buying : 0;
        double lines = type.buying().extraLines() * (0.5 + random.nextDouble());
        double returned = Math.min(0.9, type.terms().returned() * (0.5 + random.nextDouble()));
        Look look = look(model, signup, random);
        return new Customer(number, id(number), model, signup, stop, rate, lines, returned, look);
    }

    public static String id(long number) {
        String digits = Long.toString(number);
        return "C" + "0".repeat(Math.max(0, 7 - digits.length())) + digits;
    }

    private Look look(TypeModel model, int signup, RandomGenerator random) {
        CustomerType.Looks looks = model.type.looks();
        boolean woman = random.nextDouble() < looks.woman();
        boolean professional = random.nextDouble() < looks.professional();
        boolean rural = random.nextDouble() < looks.rural();
        Niche niche = model.niche;
        Province anywhere = one(almanac.provinces().getOrDefault(rural, List.of()), random);
        Province province = niche == null ? anywhere : almanac.province(niche.province());
        int age = random.nextInt(looks.ageFrom(), looks.ageTo() + 1);
        LocalDate birth = calendar.date(calendar.days - 1).minusYears(age).minusDays(random.nextInt(365));
        return new Look(
                one(names(woman ? "women" : "men"), random),
                one(names("surnames"), random) + " " + one(names("surnames"), random),
                woman,
                professional,
                rural,
                province,
                random.nextInt(1, 1000),
                profession(professional, niche, random),
                birth,
                source(model, signup, random),
                random.nextDouble() < 0.8,
                600_000_000L + random.nextInt(100_000_000));
    }

    private String profession(boolean professional, @Nullable Niche niche, RandomGenerator random) {
        String any = one(names(professional ? "professionals" : "workers"), random);
        return professional && niche != null ? niche.profession() : any;
    }

    /// The share of one channel grows with time, whoever comes: it says nothing about what they are worth.
    private Source source(TypeModel model, int signup, RandomGenerator random) {
        double drifting = drifting(signup, calendar.days);
        return random.nextDouble() < drifting ? Source.TIKTOK : model.sources.pick(random);
    }

    static double drifting(int signup, int days) {
        return signup < 0 ? 0 : 0.02 + 0.23 * signup / days;
    }

    private List<String> names(String kind) {
        return almanac.names().getOrDefault(kind, List.of());
    }

    private static <T> T one(List<T> list, RandomGenerator random) {
        return list.get(random.nextInt(list.size()));
    }
}
