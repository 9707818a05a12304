package io.filon.intake.infer.words;

import io.filon.intake.profile.ColumnProfile;
import io.filon.intake.recipe.HeaderWords;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What each row is in a file whose rows are parts of an order's money: the goods, their tax, shipping, a fee, a
/// discount, their sum.
public final class PartWords {

    /// Tried in order at the beginnings of words: a *shipping tax* is tax.
    private enum Part {
        FEE("fees?\\b|commission|comision"),
        TAX("tax|taxes|vat|iva|igv|gst|impuesto"),
        DISCOUNT("discount|descuento|coupon|cupon|voucher|vale|promo|rebate"),
        SHIPPING("shipping|postage|delivery|freight|envio|portes|gift wrap"),
        SUM("sub ?total|grand total|total"),
        SALE(
                "principal|item price|product charge|products?\\b|productos?\\b|goods|merchandise|mercancia|articulos?\\b");

        private final Pattern words;

        Part(String any) {
            this.words = Pattern.compile("\\b(" + any + ")");
        }
    }

    private static final int MOST = 40;

    private static final Pattern BEFORE_THE_REST = Pattern.compile("\\bsub ?total");

    private PartWords() {}

    /// What the values mean, `tax`, `shipping`, `discount`, `fee`, `sum` or `goods`, as a plan's statuses say it; empty
    /// where they are no parts of orders. Where no part is called that of the goods, their subtotal is.
    public static Map<String, String> of(ColumnProfile profile) {
        boolean few = profile.distinct() > 2
                && profile.distinct() <= MOST
                && profile.share(text -> part(text).isPresent()) >= 0.95;
        if (!few) {
            return Map.of();
        }
        Set<Part> told = EnumSet.noneOf(Part.class);
        profile.values().forEach(value -> part(value.text()).ifPresent(told::add));
        boolean goods = told.contains(Part.SALE);
        boolean subtotal = profile.share(PartWords::isSubtotal) > 0;
        boolean several = told.size() > (goods ? 2 : 1);
        if (!several || !(goods || subtotal)) {
            return Map.of();
        }
        Map<String, String> found = new LinkedHashMap<>();
        for (ColumnProfile.Value value : profile.values()) {
            part(value.text())
                    .ifPresent(part -> found.put(value.text(), word(part, !goods && isSubtotal(value.text()))));
        }
        return found;
    }

    private static String word(Part part, boolean goods) {
        return switch (part) {
            case FEE -> "fee";
            case TAX -> "tax";
            case DISCOUNT -> "discount";
            case SHIPPING -> "shipping";
            case SUM -> goods ? "goods" : "sum";
            case SALE -> "goods";
        };
    }

    private static boolean isSubtotal(String text) {
        return BEFORE_THE_REST.matcher(plain(text)).find();
    }

    private static Optional<Part> part(String text) {
        String plain = plain(text);
        return Arrays.stream(Part.values())
                .filter(part -> part.words.matcher(plain).find())
                .findFirst();
    }

    private static String plain(String text) {
        return String.join(" ", HeaderWords.of(text));
    }
}
