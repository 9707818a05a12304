package io.filon.demo;

import io.filon.demo.shop.Campaign;
import io.filon.demo.shop.Campaign.Touch;
import io.filon.demo.shop.Prices.Source;
import java.util.Locale;

/// An accumulator: what was written, to the cent, and what each plant's members are expected to be worth.
/// One thread at a time; blocks are merged in order.
@SuppressWarnings("EnumOrdinal") // arrays by figure: this is added to several times a row
final class Tally {

    /// Counts, and sums of cents. Orders, lines and money are those of counted orders: delivered, neither cancelled nor
    /// refused.
    enum Figure {
        CUSTOMERS(false),
        BUYERS(false),
        ORDERS(false),
        ORDERS_CANCELLED(false),
        ORDERS_REFUSED(false),
        ORDER_LINES(false),
        UNITS(false),
        EVENTS(false),
        TICKETS(false),
        RETURNS(false),
        MESSAGES(false),
        GROSS_SALES(true),
        DISCOUNTS(true),
        RETURNED(true),
        REVENUE(true),
        TAX(true),
        TAX_RETURNED(true),
        NET_SALES(true),
        PRODUCT_COST(true),
        SHIPPING_INCOME(true),
        SHIPPING_COST(true),
        PAYMENT_COST(true),
        RETURN_COST(true),
        SERVICE_COST(true),
        CONTACT_COST(true),
        CONTRIBUTION(true),
        ACQUISITION_COST(true),
        NET(true),
        REFUSED_SHIPPING_COST(true),
        EXPECTED_NET(true);

        private final boolean money;

        Figure(boolean money) {
            this.money = money;
        }

        boolean money() {
            return money;
        }

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final long[] sums = new long[Figure.values().length];
    private final long[] members;
    private final long[] expected;
    private final long[] acquisition;
    private final int[][] signups;
    private final long[] ordersOn;
    private final long[] salesOn;
    private final long[] sent;
    private final long[] sentCost;
    private final double[] sentGain;
    private int firstOrderDay = Integer.MAX_VALUE;
    private int lastOrderDay = -1;

    Tally(int plants, int days) {
        members = new long[plants];
        expected = new long[plants];
        acquisition = new long[plants];
        signups = new int[Source.values().length][days];
        ordersOn = new long[days];
        salesOn = new long[days];
        sent = new long[Campaign.values().length];
        sentCost = new long[Campaign.values().length];
        sentGain = new double[Campaign.values().length];
    }

    void add(Figure figure, long amount) {
        sums[figure.ordinal()] += amount;
    }

    /// @param amount what was charged for goods, cents
    void orderOn(int day, long amount) {
        ordersOn[day]++;
        salesOn[day] += amount;
        firstOrderDay = Math.min(firstOrderDay, day);
        lastOrderDay = Math.max(lastOrderDay, day);
    }

    /// @param expectedNet cents
    /// @param acquired    what acquiring them cost within the files, cents
    void member(int plant, long expectedNet, long acquired) {
        members[plant]++;
        expected[plant] += expectedNet;
        acquisition[plant] += acquired;
    }

    void signup(Source source, int day) {
        signups[source.ordinal()][day]++;
    }

    /// @param gain what the message is expected to bring before its own cost, cents
    void message(Touch touch, double gain) {
        int campaign = touch.campaign().ordinal();
        sent[campaign] += touch.control() ? 0 : 1;
        sentCost[campaign] += touch.cost();
        sentGain[campaign] += gain;
    }

    void merge(Tally other) {
        add(ordersOn, other.ordersOn);
        add(salesOn, other.salesOn);
        add(sent, other.sent);
        add(sentCost, other.sentCost);
        for (int campaign = 0; campaign < sentGain.length; campaign++) {
            sentGain[campaign] += other.sentGain[campaign];
        }
        add(sums, other.sums);
        add(members, other.members);
        add(expected, other.expected);
        add(acquisition, other.acquisition);
        for (int source = 0; source < signups.length; source++) {
            for (int day = 0; day < signups[source].length; day++) {
                signups[source][day] += other.signups[source][day];
            }
        }
        firstOrderDay = Math.min(firstOrderDay, other.firstOrderDay);
        lastOrderDay = Math.max(lastOrderDay, other.lastOrderDay);
    }

    private static void add(long[] sums, long[] more) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += more[i];
        }
    }

    /// Figures that follow from others: revenue and the ladder's steps.
    void close() {
        set(Figure.REVENUE, sum(Figure.GROSS_SALES) - sum(Figure.DISCOUNTS) - sum(Figure.RETURNED));
        set(Figure.NET_SALES, sum(Figure.REVENUE) - sum(Figure.TAX) + sum(Figure.TAX_RETURNED));
        set(
                Figure.CONTRIBUTION,
                sum(Figure.NET_SALES)
                        - sum(Figure.PRODUCT_COST)
                        + sum(Figure.SHIPPING_INCOME)
                        - sum(Figure.SHIPPING_COST)
                        - sum(Figure.PAYMENT_COST)
                        - sum(Figure.RETURN_COST)
                        - sum(Figure.SERVICE_COST)
                        - sum(Figure.CONTACT_COST));
        set(Figure.NET, sum(Figure.CONTRIBUTION) - sum(Figure.ACQUISITION_COST));
    }

    private void set(Figure figure, long amount) {
        sums[figure.ordinal()] = amount;
    }

    long sum(Figure figure) {
        return sums[figure.ordinal()];
    }

    long members(int plant) {
        return members[plant];
    }

    long expected(int plant) {
        return expected[plant];
    }

    long acquisition(int plant) {
        return acquisition[plant];
    }

    int signups(Source source, int day) {
        return signups[source.ordinal()][day];
    }

    long ordersOn(int day) {
        return ordersOn[day];
    }

    /// Cents.
    long salesOn(int day) {
        return salesOn[day];
    }

    /// Messages really sent, without control group.
    long sent(Campaign campaign) {
        return sent[campaign.ordinal()];
    }

    /// Cents.
    long sentCost(Campaign campaign) {
        return sentCost[campaign.ordinal()];
    }

    /// What they are expected to bring that would not have come otherwise, before their cost; cents.
    long sentGain(Campaign campaign) {
        return Math.round(sentGain[campaign.ordinal()]);
    }

    /// -1 when there is no counted order.
    int firstOrderDay() {
        return lastOrderDay < 0 ? -1 : firstOrderDay;
    }

    int lastOrderDay() {
        return lastOrderDay;
    }
}
