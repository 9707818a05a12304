package io.filon.demo.visit;

import java.util.Locale;

/// Something a visitor may do besides what the occasion asks.
public enum Step {
    LIST("Product List Viewed"),
    PROMOTION("Promotion Clicked"),
    SEARCH("Products Searched"),
    ACCOUNT("Account Viewed"),
    FILTER("Product List Filtered"),
    /// A further product.
    OTHER("Product Viewed"),
    COMPARE("Products Compared"),
    /// The same product once more.
    AGAIN("Product Viewed"),
    REVIEW("Reviews Viewed"),
    DOWNLOAD("File Downloaded"),
    VIDEO("Video Content Started"),
    WISHLIST("Product Added to Wishlist"),
    SUPPORT("Help Viewed"),
    CHAT("Chat Started"),
    COUPON("Coupon Applied"),
    REMOVAL("Product Removed");

    public final String event;

    Step(String event) {
        this.event = event;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
