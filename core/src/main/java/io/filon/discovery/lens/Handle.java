package io.filon.discovery.lens;

import io.filon.discovery.search.Condition;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// How a fact of a customer can be acted on; the widest first.
enum Handle {
    /// Advertising can aim at it.
    ADS,
    /// The shop sees it while the customer is there.
    SITE,
    /// Only the company's own files know it: by mail, by telephone, or as a list to find people alike.
    CRM,
    /// Nobody can be reached by it.
    NONE;

    private static final Set<String> AIMED_AT = Set.of(
            "country",
            "region",
            "city",
            "gender",
            "age",
            "acquisition_channel",
            "lead_channel",
            "lead_campaign",
            "first_channel",
            "first_source",
            "first_country",
            "first_region",
            "first_device",
            "first_visit_channel",
            "sector",
            "company_country",
            "company_region");

    private static final Set<String> SEEN = Set.of(
            "first_payment",
            "first_category",
            "first_product",
            "first_coupon",
            "first_discount",
            "first_free_shipping",
            "first_several_lines");

    private static final Set<String> OUT_OF_REACH = Set.of("days_to_first", "seller");

    static Handle of(LensAttribute attribute, Condition condition) {
        if (condition instanceof Condition.NotStated || (!attribute.named() && isOutOfReach(attribute))) {
            return NONE;
        }
        if (attribute.named()) {
            return CRM;
        }
        return AIMED_AT.contains(attribute.attribute()) ? ADS : SEEN.contains(attribute.attribute()) ? SITE : CRM;
    }

    private static boolean isOutOfReach(LensAttribute attribute) {
        return OUT_OF_REACH.contains(attribute.attribute());
    }

    /// One condition that can be acted on is enough: the others narrow it.
    static Handle best(List<Handle> handles) {
        return handles.stream().min(Enum::compareTo).orElse(NONE);
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
