package io.filon.demo.shop;

import io.filon.demo.shop.OrderMaker.Planned;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// A mailing of the shop, sent in waves to whoever then belongs to its audience.
///
/// All but one keep a random control group, so what they bring can be known; `lift` is the truth: the chance of an
/// order that would not have come otherwise.
public enum Campaign {
    VIP("Boletín VIP", "active_vip", "4 orders or more, the last within 60 days", 0.2, 0, 2, 60),
    AT_RISK("Le echamos de menos", "at_risk", "2 orders or more, the last 90 to 179 days ago", 0.2, 0.06, 3, 70),
    DORMANT_HIGH(
            "Vuelva a casa (carta)",
            "dormant_high_value",
            "4 orders or more, the last 180 days ago or more",
            0.2,
            0.1,
            45,
            80),
    DORMANT_LOW(
            "Rebajas para todos",
            "dormant_low_value",
            "1 to 3 orders, the last 180 days ago or more",
            0.2,
            0.003,
            2,
            90),
    CONFOUNDED("Avance de temporada", "", "ordered within 30 days; they buy anyway", 0, 0, 2, 100);

    private static final int EVERY_DAYS = 60;
    private static final int ANSWER_WITHIN_DAYS = 14;

    public final String label;
    /// The row of the priority matrix it serves; empty when none.
    public final String segment;

    public final String audience;
    public final double control;
    public final double lift;
    /// Of one message, cents.
    public final long cost;

    private final int firstDay;

    Campaign(String label, String segment, String audience, double control, double lift, long cost, int firstDay) {
        this.label = label;
        this.segment = segment;
        this.audience = audience;
        this.control = control;
        this.lift = lift;
        this.cost = cost;
        this.firstDay = firstDay;
    }

    /// @param opened  and `clicked`: what the mail system saw; never for letters
    public record Touch(Campaign campaign, int day, boolean control, boolean opened, boolean clicked) {

        public long cost() {
            return control ? 0 : campaign.cost;
        }

        public double lift() {
            return control ? 0 : campaign.lift;
        }
    }

    /// Sends every wave that reaches the customer; the orders it brings are added to `orders`.
    public static List<Touch> send(Customer customer, List<Planned> orders, int days, RandomGenerator random) {
        List<Touch> touches = new ArrayList<>();
        if (orders.isEmpty()) {
            return touches;
        }
        for (int day = VIP.firstDay; day + ANSWER_WITHIN_DAYS < days; day += 10) {
            for (Campaign campaign : values()) {
                boolean wave = day >= campaign.firstDay && (day - campaign.firstDay) % EVERY_DAYS == 0;
                if (wave && campaign.reaches(customer) && campaign.wants(orders, day)) {
                    touches.add(campaign.touch(day, orders, random));
                }
            }
        }
        return touches;
    }

    public boolean byPost() {
        return this == DORMANT_HIGH;
    }

    private boolean reaches(Customer customer) {
        return byPost() || customer.look().acceptsEmail();
    }

    private Touch touch(int day, List<Planned> orders, RandomGenerator random) {
        boolean held = random.nextDouble() < control;
        boolean opened = !held && !byPost() && random.nextDouble() < 0.35;
        boolean clicked = opened && random.nextDouble() < 0.25;
        if (!held && random.nextDouble() < lift) {
            orders.add(new Planned(day + 1 + random.nextInt(ANSWER_WITHIN_DAYS), true));
        }
        return new Touch(this, day, held, opened, clicked);
    }

    private boolean wants(List<Planned> orders, int day) {
        int count = 0;
        int last = -1;
        for (Planned order : orders) {
            if (order.day() < day) {
                count++;
                last = Math.max(last, order.day());
            }
        }
        int hiatus = day - last;
        return count > 0
                && switch (this) {
                    case VIP -> count >= 4 && hiatus <= 60;
                    case AT_RISK -> count >= 2 && hiatus >= 90 && hiatus < 180;
                    case DORMANT_HIGH -> count >= 4 && hiatus >= 180;
                    case DORMANT_LOW -> count < 4 && hiatus >= 180;
                    case CONFOUNDED -> hiatus <= 30;
                };
    }
}
