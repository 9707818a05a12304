package io.filon.demo.shop;

import java.util.Arrays;
import java.util.Locale;

/// What the shop pays and charges beside its goods. All in cents.
public final class Prices {

    /// What IVA is of an amount that contains it: 21 of 121.
    public static final int IVA = 21;

    public static final long SHIPPING_CHARGED = 390;
    public static final long SHIPPING_COST = 495;
    public static final long RURAL_SURCHARGE = 130;
    public static final long EXPRESS_CHARGED = 200;
    public static final long EXPRESS_COST = 300;
    public static final long RETURN_HANDLING_A_LINE = 350;
    public static final long TICKET_COST_A_MINUTE = 40;
    public static final double CANCELLED_SHARE = 0.03;
    static final int[] DISCOUNT_PERCENTS = {10, 15, 20};
    public static final double MEAN_DISCOUNT = 0.15;
    public static final double MEAN_QUANTITY = 1.18;

    private Prices() {}

    /// How an order is paid, and what that costs.
    public enum Payment {
        TARJETA(15, 120),
        BIZUM(10, 60),
        PAYPAL(35, 290),
        TRANSFERENCIA(0, 0),
        CONTRAREEMBOLSO(200, 0);

        public final String label = name().toLowerCase(Locale.ROOT);

        public final long fixed;
        /// Hundredths of a percent of what is paid for goods.
        public final long basisPoints;

        Payment(long fixed, long basisPoints) {
            this.fixed = fixed;
            this.basisPoints = basisPoints;
        }

        public long fee(long amount) {
            return fixed + (amount * basisPoints + 5_000) / 10_000;
        }
    }

    /// Where a customer came from, and what the shop spends there on each.
    public enum Source {
        INSTAGRAM("Instagram Ads", "Jóvenes urbanos", 1400),
        GOOGLE("Google Ads", "Búsqueda genérica", 600),
        TIKTOK("TikTok Ads", "Pruebas TikTok", 600),
        ORGANIC("Orgánico", "", 0),
        REFERRAL("Recomendación", "", 0);

        public final String label;
        public final String campaign;
        public final long acquisitionCost;

        Source(String label, String campaign, long acquisitionCost) {
            this.label = label;
            this.campaign = campaign;
            this.acquisitionCost = acquisitionCost;
        }

        public static Source labelled(String label) {
            return Arrays.stream(values())
                    .filter(source -> source.label.equals(label))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("No channel '%s'".formatted(label)));
        }
    }
}
