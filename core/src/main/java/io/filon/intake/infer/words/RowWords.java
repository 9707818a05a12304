package io.filon.intake.infer.words;

import io.filon.intake.profile.ColumnProfile;
import io.filon.intake.recipe.HeaderWords;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What a file's own words say its rows are: sales, money given back, payments of sales listed beside them, money that
/// only moves.
public final class RowWords {

    /// What a row can be, tried in order at the beginnings of words: a *refund of a fee* is no refund, a *sales
    /// return* no sale.
    private enum Meaning {
        TRANSFER(
                "withdrawal|transfer|payout|pay out|fees?\\b|deposit|retirada|comision|currency conversion|account hold"),
        RETURN(
                "refund|return|credit note|credit memo|creditmemo|abono|devoluc|devuelt|reembols|charge ?back|contracargo"
                        + "|rectificativ|nota (de )?credito|anulacion|estorno|reversal|gutschrift|avoir"),
        CANCELLED("denied|denegad|declined|failed|fallid|cancelled|canceled|cancelad|anulad|void"),
        PAYMENT("payment|cobro|pago"),
        SALE(
                "sale|invoice|order|venta|factura|pedido|purchase|compra|albaran|ticket|autorizacion|authori[sz]ation|captur"),
        CHARGE("charge|cargo");

        private final Pattern words;

        Meaning(String any) {
            this.words = Pattern.compile("\\b(" + any + ")");
        }
    }

    private static final Set<String> OF_KINDS = Set.of(
            "type",
            "tipo",
            "class",
            "clase",
            "kind",
            "operation",
            "operacion",
            "resultado",
            "movimiento",
            "movement",
            "transaction",
            "transaccion",
            "document",
            "documento");

    private static final int MOST = 15;

    private RowWords() {}

    /// Whether a column's header asks what its rows are.
    public static boolean asked(ColumnProfile profile) {
        return HeaderWords.of(profile.header()).stream().anyMatch(OF_KINDS::contains) && few(profile);
    }

    /// Whether a column tells sales from rows that are none: its header asks and most rows answer, or all do.
    public static boolean tells(ColumnProfile profile) {
        if (!few(profile)) {
            return false;
        }
        double known = profile.share(text -> meaning(text).isPresent() || DocumentSorts.known(text));
        return (asked(profile) ? known >= 0.8 : known == 1) && !of(profile).isEmpty();
    }

    private static boolean few(ColumnProfile profile) {
        return profile.distinct() > 1
                && profile.distinct() <= MOST
                && profile.shapes().numbers() < 0.5;
    }

    /// What the values that are no sales mean, as a plan's statuses say it: `return`, `aside`, `cancelled`.
    ///
    /// Payments, purchases and what moves money are left aside only where sales stand beside them, orders where
    /// invoices do. Where there are only payments, these are the sales. Empty where there are none.
    public static Map<String, String> of(ColumnProfile profile) {
        List<String> values =
                profile.values().stream().map(ColumnProfile.Value::text).toList();
        Set<String> others = noSales(profile);
        boolean sales = has(values, Meaning.SALE) || !others.isEmpty();
        if (!sales && !has(values, Meaning.PAYMENT) && !has(values, Meaning.CHARGE)) {
            return Map.of();
        }
        Map<String, String> found = new LinkedHashMap<>();
        for (String value : values) {
            Optional<String> word = others.contains(value)
                    ? Optional.of("aside")
                    : meaning(value).map(meaning -> word(meaning, sales));
            word.filter(said -> !said.equals("sale")).ifPresent(said -> found.put(value, said));
        }
        return found;
    }

    /// Documents that are no sales, in a column that says of nearly every row what it is.
    private static Set<String> noSales(ColumnProfile profile) {
        return asked(profile) && profile.filled() * 20 >= profile.rows() * 19
                ? DocumentSorts.noSales(
                        profile.values(), value -> meaning(value).orElse(Meaning.SALE) == Meaning.SALE)
                : Set.of();
    }

    /// Whether all values are kinds of movements, of which some are sales and some take them back.
    public static boolean givesBackSales(ColumnProfile profile) {
        return tells(profile)
                && !givingBack(profile).isEmpty()
                && profile.share(text -> meaning(text).isPresent()) == 1;
    }

    /// Values that say money was given back.
    public static List<String> givingBack(ColumnProfile profile) {
        return profile.values().stream()
                .map(ColumnProfile.Value::text)
                .filter(value -> meaning(value).equals(Optional.of(Meaning.RETURN)))
                .toList();
    }

    private static String word(Meaning meaning, boolean sales) {
        return switch (meaning) {
            case RETURN -> "return";
            case CANCELLED -> "cancelled";
            case TRANSFER -> "aside";
            case PAYMENT -> sales ? "aside" : "sale";
            case SALE, CHARGE -> "sale";
        };
    }

    private static boolean has(List<String> values, Meaning meaning) {
        return values.stream().anyMatch(value -> meaning(value).equals(Optional.of(meaning)));
    }

    private static Optional<Meaning> meaning(String value) {
        String plain = String.join(" ", HeaderWords.of(value));
        return Arrays.stream(Meaning.values())
                .filter(meaning -> meaning.words.matcher(plain).find())
                .findFirst();
    }
}
