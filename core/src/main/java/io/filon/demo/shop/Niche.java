package io.filon.demo.shop;

import io.filon.demo.shop.CustomerType.Buying;
import io.filon.demo.shop.CustomerType.Looks;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A niche planted in the shop, as `niches.yaml` describes it: the numbers' meaning stands at the top of that file.
public record Niche(
        String name,
        String of,
        double share,
        String province,
        String profession,
        String beginsWith,
        String goesOnTo,
        int afterDays,
        Advantage advantage) {

    public record Advantage(double orders, double years, double neverBuys, double recommended, long households) {
        static final Advantage NONE = new Advantage(1, 1, 1, 1, 0);
    }

    /// Of the articles they buy, those from the category they prefer.
    private static final double PREFERRED = 0.95;

    /// The beachhead first, then in the order in which one leads to the next.
    public static List<Niche> all() {
        return List.of(CustomerType.read("niches.yaml", Niche[].class));
    }

    /// The same people, no better than others of their kind.
    public Niche withoutAdvantage() {
        return new Niche(name, of, share, province, profession, beginsWith, goesOnTo, afterDays, Advantage.NONE);
    }

    /// The kind it is a part of, with what the niche has of its own.
    CustomerType within(CustomerType kind) {
        Looks looks = kind.looks();
        Buying buying = kind.buying();
        return new CustomerType(
                name,
                share,
                new Looks(
                        looks.professional(),
                        looks.rural(),
                        looks.woman(),
                        looks.ageFrom(),
                        looks.ageTo(),
                        looks.neverBuys() * advantage.neverBuys),
                new Buying(
                        buying.ordersYearly() * advantage.orders,
                        buying.yearsActive() * advantage.years,
                        buying.extraLines(),
                        buying.app(),
                        buying.store(),
                        buying.peakFrom(),
                        buying.peakTo(),
                        buying.peakShare(),
                        buying.weekend()),
                kind.terms(),
                kind.browsing(),
                channels(kind.channels()),
                preferring(beginsWith, kind.categories()),
                kind.payments());
    }

    /// What is bought later on.
    Map<String, Double> categoriesLater(CustomerType kind) {
        return preferring(goesOnTo, kind.categories());
    }

    private static Map<String, Double> preferring(String category, Map<String, Double> categories) {
        Map<String, Double> preferring = new LinkedHashMap<>(categories);
        preferring.remove(category);
        double others =
                preferring.values().stream().mapToDouble(weight -> weight).sum();
        preferring.put(category, others * PREFERRED / (1 - PREFERRED));
        return preferring;
    }

    private Map<String, Double> channels(Map<String, Double> channels) {
        String referral = Prices.Source.REFERRAL.label;
        double usual = channels.getOrDefault(referral, 0.0);
        double recommended = usual * advantage.recommended;
        Map<String, Double> shares = new LinkedHashMap<>();
        channels.forEach((channel, share) -> shares.put(channel, share * (1 - recommended) / (1 - usual)));
        shares.put(referral, recommended);
        return shares;
    }
}
