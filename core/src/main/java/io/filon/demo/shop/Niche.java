package io.filon.demo.shop;

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
        double pace,
        double yearsActive,
        double neverBuys,
        double recommended,
        long households) {

    /// So many times as often as a category of their kind do they buy the one they prefer.
    private static final double PREFERENCE = 30;

    /// The beachhead first, then in the order in which one opens the next.
    public static final List<Niche> ALL = List.of(CustomerType.read("niches.yaml", Niche[].class));

    /// The kind it is a part of, with what the niche has of its own.
    CustomerType within(CustomerType kind) {
        CustomerType.Looks looks = kind.looks();
        CustomerType.Buying buying = kind.buying();
        return new CustomerType(
                name,
                share,
                new CustomerType.Looks(
                        looks.professional(),
                        looks.rural(),
                        looks.woman(),
                        looks.ageFrom(),
                        looks.ageTo(),
                        neverBuys),
                new CustomerType.Buying(
                        buying.ordersYearly() * pace,
                        yearsActive,
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
        preferring.put(category, PREFERENCE * categories.getOrDefault(category, 1.0));
        return preferring;
    }

    /// So many recommended, the rest as with others of their kind.
    private Map<String, Double> channels(Map<String, Double> channels) {
        String referral = Prices.Source.REFERRAL.label;
        double others = 1 - channels.getOrDefault(referral, 0.0);
        Map<String, Double> shares = new LinkedHashMap<>();
        channels.forEach((channel, share) -> shares.put(channel, share * (1 - recommended) / others));
        shares.put(referral, recommended);
        return shares;
    }
}
