package io.filon.demo;

import io.filon.demo.Tally.Figure;
import io.filon.demo.shop.Calendar;
import io.filon.demo.shop.Campaign;
import io.filon.demo.shop.ContactValue;
import io.filon.demo.shop.CustomerMaker;
import io.filon.demo.shop.Niche;
import io.filon.demo.shop.Prices.Source;
import io.filon.demo.visit.BehaviourTruth;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The answer sheet: everything about the shop that an audit should find out. `docs/reference/truth.md` is its format.
final class Truth {

    /// Above this many customers their values are in `truth_customers.csv` only.
    static final long MOST_CUSTOMERS_IN_JSON = 200_000;

    private final ShopOptions options;
    private final Calendar calendar;
    private final Tally tally;

    Truth(ShopOptions options, Calendar calendar, Tally tally) {
        this.options = options;
        this.calendar = calendar;
        this.tally = tally;
    }

    /// @param expectedNet of customers 1, 2, 3…, in cents; empty when there are too many
    byte[] json(Map<ShopFile, Long> rows, List<Long> expectedNet) {
        Map<String, Object> sheet = new LinkedHashMap<>();
        sheet.put("format", 1);
        sheet.put("currency", "EUR");
        sheet.put("options", options());
        sheet.put("totals", totals());
        Map<String, Object> written = new LinkedHashMap<>();
        rows.forEach((file, count) -> written.put(file.fileName(), count));
        sheet.put("rows", written);
        sheet.put("plants", plants());
        sheet.put("niches", niches());
        sheet.put("messages", messages());
        sheet.put("channels", channels());
        sheet.put("retargeting", retargeting());
        sheet.put("behaviour", BehaviourTruth.sheet(ShopFile.TRUTH_SESSIONS.fileName()));
        sheet.put("customers_file", ShopFile.TRUTH_CUSTOMERS.fileName());
        sheet.put("contacts", contacts());
        Map<String, Object> customers = new LinkedHashMap<>();
        for (int i = 0; i < expectedNet.size(); i++) {
            customers.put(CustomerMaker.id(i + 1L), euros(expectedNet.get(i)));
        }
        sheet.put("customers", customers);
        return JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsBytes(sheet);
    }

    /// What each customer is expected to leave, given only what is known at the first contact.
    private static Map<String, Object> contacts() {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("days", ContactValue.DAYS);
        said.put("file", ShopFile.TRUTH_CONTACTS.fileName());
        return said;
    }

    private Map<String, Object> options() {
        Map<String, Object> given = new LinkedHashMap<>();
        given.put("seed", options.seed());
        given.put("customers", options.customers());
        given.put("from", options.from().toString());
        given.put("to", options.to().toString());
        given.put("buying", options.buying());
        given.put("browsing", options.browsing());
        given.put("measured", options.measured());
        given.put("beachhead", options.beachhead());
        return given;
    }

    private Map<String, Object> totals() {
        Map<String, Object> totals = new LinkedHashMap<>();
        for (Figure figure : Figure.values()) {
            totals.put(figure.key(), figure.money() ? euros(tally.sum(figure)) : tally.sum(figure));
        }
        if (tally.lastOrderDay() >= 0) {
            totals.put("first_order_on", calendar.iso(tally.firstOrderDay()));
            totals.put("last_order_on", calendar.iso(tally.lastOrderDay()));
        }
        return totals;
    }

    private List<Object> plants() {
        List<Object> plants = new ArrayList<>();
        for (int i = 0; i < Plant.ALL.size(); i++) {
            Plant plant = Plant.ALL.get(i);
            Map<String, Object> said = new LinkedHashMap<>();
            said.put("name", plant.name());
            said.put("finding", plant.finding());
            Map<String, Object> rule = new LinkedHashMap<>();
            rule.put("es", plant.ruleEs());
            rule.put("en", plant.ruleEn());
            said.put("rule", rule);
            said.put("attributes", new TreeMap<>(plant.attributes()));
            said.put("type", plant.type());
            said.put("members", tally.members(i));
            said.put("expected_net", euros(tally.expected(i)));
            said.put("expected_net_per_customer", euros(tally.expected(i) / Math.max(1, tally.members(i))));
            said.put("acquisition_cost", euros(tally.acquisition(i)));
            plants.add(said);
        }
        return plants;
    }

    /// In the order in which one leads to the next, the beachhead first.
    private List<Object> niches() {
        List<Object> niches = new ArrayList<>();
        for (Niche niche : options.niches()) {
            int plant = Plant.named(niche.name());
            Map<String, Object> said = new LinkedHashMap<>();
            said.put("name", niche.name());
            said.put("province", niche.province());
            said.put("profession", niche.profession());
            said.put("begins_with", niche.beginsWith());
            said.put("goes_on_to", niche.goesOnTo());
            said.put("after_days", niche.afterDays());
            said.put("beachhead", niches.isEmpty() && options.beachhead());
            said.put("members", tally.members(plant));
            said.put("expected_net", euros(tally.expected(plant)));
            said.put("expected_net_per_customer", euros(tally.expected(plant) / Math.max(1, tally.members(plant))));
            niches.add(said);
        }
        return niches;
    }

    private List<Object> messages() {
        return Stream.of(Campaign.values())
                .map(campaign -> {
                    Map<String, Object> said = new LinkedHashMap<>();
                    said.put("campaign", campaign.label);
                    said.put("segment", campaign.segment);
                    said.put("audience", campaign.audience);
                    said.put("control_share", campaign.control);
                    said.put("extra_orders_per_message", campaign.lift);
                    said.put("cost_per_message", euros(campaign.cost));
                    said.put("sent", tally.sent(campaign));
                    said.put("cost", euros(tally.sentCost(campaign)));
                    said.put("expected_gain", euros(tally.sentGain(campaign)));
                    said.put("confounded", campaign == Campaign.CONFOUNDED);
                    return (Object) said;
                })
                .toList();
    }

    private static List<Object> channels() {
        return Stream.of(Source.values())
                .map(source -> {
                    Map<String, Object> said = new LinkedHashMap<>();
                    said.put("channel", source.label);
                    said.put("campaign", source.campaign);
                    said.put("acquisition_cost_per_sign_up", euros(source.acquisitionCost));
                    said.put("share_drifts_without_effect", source == Source.TIKTOK);
                    return (Object) said;
                })
                .toList();
    }

    private static Map<String, Object> retargeting() {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("channel", Retargeting.CHANNEL);
        said.put("campaign", Retargeting.CAMPAIGN);
        said.put("extra_orders_per_conversion_claimed", 0);
        said.put("confounded", true);
        return said;
    }

    private static BigDecimal euros(long cents) {
        return BigDecimal.valueOf(cents, 2);
    }
}
