package io.filon.demo.shop;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// A hidden kind of customer, as `types.yaml` describes it: the numbers' meaning stands at the top of that file.
public record CustomerType(
        String name,
        double share,
        Looks looks,
        Buying buying,
        Terms terms,
        Browsing browsing,
        Map<String, Double> channels,
        Map<String, Double> categories,
        Map<String, Double> payments) {

    public record Looks(double professional, double rural, double woman, int ageFrom, int ageTo, double neverBuys) {}

    public record Buying(
            double ordersYearly,
            double yearsActive,
            double extraLines,
            double app,
            double store,
            int peakFrom,
            int peakTo,
            double peakShare,
            double weekend) {}

    public record Terms(
            double discount,
            double weekendDiscount,
            double freeShipping,
            double express,
            double refused,
            double returned,
            double ticket,
            int minutes) {}

    public record Browsing(double visitsYearly, int researchVisits, double cartsYearly, double minutes) {}

    CustomerType withShare(double less) {
        return new CustomerType(name, less, looks, buying, terms, browsing, channels, categories, payments);
    }

    public static final String DORMANT = "dormido_de_alto_valor";
    public static final String FIRST_TIME_MUM = "madre_primeriza";

    public static List<CustomerType> all() {
        return List.of(read("types.yaml", CustomerType[].class));
    }

    /// @param file beside this class
    static <T> T read(String file, Class<T> kind) {
        YAMLMapper yaml = YAMLMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .build();
        try (InputStream in = Almanac.resource(file)) {
            return yaml.readValue(in, kind);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
