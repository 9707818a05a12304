package io.filon.demo.shop;

import io.filon.demo.shop.Customer.Look;
import io.filon.demo.shop.Prices.Source;
import java.time.LocalDate;
import java.util.List;

/// What somebody is expected to leave in the half year after signing up, given only what the sign-up form and the
/// channel tell: the best that a filter at first contact can know.
///
/// By Bayes over the hidden kinds: a kind counts for as much as it explains the age, sex, zone, province, profession
/// and channel. Exact to first order: the spread of pace, lines and returns within a kind is put at its mean, and
/// messages are left out.
public final class ContactValue {

    public static final int DAYS = 180;

    private final Calendar calendar;
    private final Almanac almanac;
    private final List<TypeModel> models;

    public ContactValue(Calendar calendar, Almanac almanac, List<TypeModel> models) {
        this.calendar = calendar;
        this.almanac = almanac;
        this.models = List.copyOf(models);
    }

    /// Cents. Of who signed up within the files; others have no first contact there.
    public double of(Customer customer) {
        LocalDate last = calendar.date(calendar.days - 1);
        double all = 0;
        double sum = 0;
        for (TypeModel model : models) {
            double weight = weight(model, customer, last);
            if (weight > 0) {
                all += weight;
                sum += weight * expected(model, customer);
            }
        }
        return all > 0 ? sum / all : 0;
    }

    private double weight(TypeModel model, Customer customer, LocalDate last) {
        CustomerType type = model.type;
        CustomerType.Looks looks = type.looks();
        Look look = customer.look();
        int age = customer.age(last);
        if (type.name().equals(CustomerType.DORMANT) || age < looks.ageFrom() || age > looks.ageTo()) {
            return 0;
        }
        double drifting = CustomerMaker.drifting(customer.signupDay(), calendar.days);
        double own = model.sources.mean(source -> source == look.source() ? 1 : 0);
        double source = (1 - drifting) * own + (look.source() == Source.TIKTOK ? drifting : 0);
        return type.share()
                * chance(looks.professional(), look.professional())
                * chance(looks.rural(), look.rural())
                * chance(looks.woman(), look.woman())
                * source
                * place(model, look)
                / (looks.ageTo() - looks.ageFrom() + 1);
    }

    /// Chance of the province and, of a professional, the profession, among those the zone and kind leave open.
    private double place(TypeModel model, Look look) {
        Niche niche = model.niche;
        if (niche == null) {
            double provinces =
                    almanac.provinces().getOrDefault(look.rural(), List.of()).size();
            return 1
                    / provinces
                    / (look.professional()
                            ? almanac.names()
                                    .getOrDefault("professionals", List.of())
                                    .size()
                            : 1);
        }
        boolean here = niche.province().equals(look.province().name());
        return here && (!look.professional() || niche.profession().equals(look.profession())) ? 1 : 0;
    }

    private static double chance(double share, boolean is) {
        return is ? share : 1 - share;
    }

    private double expected(TypeModel model, Customer customer) {
        CustomerType type = model.type;
        int stop = Math.min(customer.signupDay() + DAYS, calendar.days);
        Customer usual = new Customer(
                customer.number(),
                customer.id(),
                model,
                customer.signupDay(),
                stop,
                type.buying().ordersYearly() / 365,
                type.buying().extraLines(),
                Math.min(0.9, type.terms().returned()),
                customer.look());
        double acquisition = customer.acquisitionCost();
        double orders = ExpectedValue.of(usual, List.of()) + acquisition;
        return (1 - type.looks().neverBuys()) * orders - acquisition;
    }
}
