package io.filon.demo.shop;

import io.filon.demo.shop.Almanac.Product;
import io.filon.demo.shop.Almanac.Province;
import io.filon.demo.shop.Prices.Source;
import java.time.LocalDate;

/// One made-up person: what the files show, and the hidden numbers that drive them.
///
/// @param signupDay   day of the calendar; negative when before the files begin
/// @param stop        day from which they buy no more whatever happens; the calendar's end for most
/// @param ordersADay  own rate while alive, on a day of usual business; 0 for who never buys
/// @param extraLines  mean lines of an order beyond the first
/// @param returned    chance that a line comes back
public record Customer(
        long number,
        String id,
        TypeModel model,
        int signupDay,
        int stop,
        double ordersADay,
        double extraLines,
        double returned,
        Look look) {

    /// @param source where they came from
    public record Look(
            String firstName,
            String surnames,
            boolean woman,
            boolean professional,
            boolean rural,
            Province province,
            int postalCode,
            String profession,
            LocalDate birth,
            Source source,
            boolean acceptsEmail,
            long phone) {}

    /// First day on which the files can show an order.
    public int start() {
        return Math.max(0, signupDay);
    }

    /// What they buy on a day.
    public Weighted<Product> products(int day) {
        return model.products(start(), day);
    }

    /// When in that day they signed up, so that forms need no draw of their own.
    public int signupSecond() {
        return 9 * 3600 + (int) (number * 7_919 % 43_200);
    }

    public boolean newInFiles() {
        return signupDay >= 0;
    }

    /// What the shop spent within the files to acquire them, cents.
    public long acquisitionCost() {
        return newInFiles() ? look.source.acquisitionCost : 0;
    }

    public boolean buys() {
        return ordersADay > 0;
    }

    public int age(LocalDate on) {
        return look.birth.until(on).getYears();
    }
}
