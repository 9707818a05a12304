package io.filon.demo.visit;

import io.filon.demo.shop.Campaign;
import io.filon.demo.shop.CustomerType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What of the shop's behaviour is planted, read from the numbers that make it: what visits are for, what sets
/// purchases off, when and how kinds of customers come, and where their visits stop.
public final class BehaviourTruth {

    /// From here on a kind of customer does something as a habit: times as many orders on a weekend's day, share of
    /// orders between two hours, share by the app; carts left a year.
    private static final double WEEKENDS = 3;

    private static final double SHARE = 0.8;
    private static final double CARTS = 12;

    private BehaviourTruth() {}

    /// @param visits the file with each visit's job
    public static Map<String, Object> sheet(String visits) {
        Map<String, Object> jobs = new LinkedHashMap<>();
        jobs.put("names", VisitJob.all().stream().map(VisitJob::name).toList());
        jobs.put("file", visits);
        Map<String, Object> sheet = new LinkedHashMap<>();
        sheet.put("jobs", jobs);
        sheet.put("triggers", triggers());
        sheet.put(
                "habits",
                CustomerType.all().stream().flatMap(BehaviourTruth::habits).toList());
        sheet.put(
                "barriers",
                CustomerType.all().stream().flatMap(BehaviourTruth::barriers).toList());
        return sheet;
    }

    private static List<Object> triggers() {
        List<Object> triggers = new ArrayList<>();
        for (Campaign campaign : Campaign.values()) {
            Map<String, Object> said = new LinkedHashMap<>();
            said.put("kind", "campaign");
            said.put("name", campaign.label);
            said.put("works", campaign.lift > 0);
            said.put("extra_orders_per_message", campaign.lift);
            said.put("answers_to_purchases", campaign == Campaign.CONFOUNDED);
            triggers.add(said);
        }
        return triggers;
    }

    private static Stream<Object> habits(CustomerType type) {
        CustomerType.Buying buying = type.buying();
        List<Object> habits = new ArrayList<>();
        if (buying.weekend() >= WEEKENDS) {
            habits.add(habit(type, "weekend", "yes", "times_as_many_orders", buying.weekend()));
        }
        if (buying.peakShare() >= SHARE) {
            habits.add(habit(
                    type, "hours", buying.peakFrom() + "-" + buying.peakTo(), "share_of_orders", buying.peakShare()));
        }
        if (buying.app() >= SHARE) {
            habits.add(habit(type, "channel", "app", "share_of_orders", buying.app()));
        }
        return habits.stream();
    }

    private static Map<String, Object> habit(
            CustomerType type, String habit, String value, String measure, double size) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("type", type.name());
        said.put("habit", habit);
        said.put("value", value);
        said.put(measure, size);
        return said;
    }

    private static Stream<Object> barriers(CustomerType type) {
        if (type.browsing().cartsYearly() < CARTS) {
            return Stream.empty();
        }
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("type", type.name());
        said.put("step", "cart");
        said.put("carts_left_yearly", type.browsing().cartsYearly());
        return Stream.of(said);
    }
}
