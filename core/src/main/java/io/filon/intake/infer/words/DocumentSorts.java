package io.filon.intake.infer.words;

import io.filon.intake.profile.ColumnProfile.Value;
import io.filon.intake.recipe.HeaderWords;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which documents of one list are no sales: purchases beside sales, quotes, and orders and delivery notes that are
/// invoiced in the same list.
final class DocumentSorts {

    /// Documents on the way to a sale, tried in order: a *pro forma invoice* is no invoice.
    private enum Sort {
        QUOTE("presupuesto|cotizacion|pro ?forma|quotes?\\b|quotation|estimate"),
        // beside other documents a quote, beside sales perhaps a sale at a lower price
        OFFER("ofertas?\\b"),
        INVOICE("(facturas?|invoices?)\\b"),
        NOTE("albaran|delivery note|nota de entrega|remito"),
        ORDER("pedido|orders?\\b|orden(es)?\\b");

        private final Pattern words;

        Sort(String any) {
            this.words = Pattern.compile("\\b(" + any + ")");
        }
    }

    private static final Pattern BOUGHT =
            Pattern.compile("^(purchases?|compras?)( (invoices?|bills?|orders?|receipts?|returns?|credit.*|de .*))?$"
                    + "|\\b(facturas?|abonos?|pedidos?|albaran|tickets?|devolucion|rectificativas?) (de )?compras?\\b"
                    + "|\\brecibid[ao]s?\\b|\\binvoices? received|^received( invoices?)?$"
                    + "|\\b(bills?|proveedor|supplier|vendor)\\b|^(gastos?|expenses?)\\b");

    private static final Pattern SOLD =
            Pattern.compile("\\b(ventas?|sales?|facturas?|invoices?|emitid[ao]s?|issued)\\b");

    /// A sale beside expenses; beside purchases it may be money that a customer pays in.
    private static final Pattern EARNED = Pattern.compile("^(ingresos?|income)\\b");

    private static final Pattern SPENT = Pattern.compile("^(gastos?|expenses?)\\b");

    private DocumentSorts() {}

    /// Whether a value is a sale, a purchase or a document of either.
    static boolean known(String value) {
        return says(BOUGHT, value)
                || says(SOLD, value)
                || says(EARNED, value)
                || sort(value).isPresent();
    }

    /// @param open whether a value may be a sale by itself: neither a refund nor a payment
    static Set<String> noSales(List<Value> values, Predicate<String> open) {
        List<Value> others = values.stream()
                .filter(value -> !says(BOUGHT, value.text()) && open.test(value.text()))
                .toList();
        boolean spent = values.stream().anyMatch(value -> says(SPENT, value.text()));
        boolean sold =
                others.stream().anyMatch(value -> says(SOLD, value.text()) || (spent && says(EARNED, value.text())));
        Map<Sort, Long> rows = new EnumMap<>(Sort.class);
        others.forEach(value -> sort(value.text()).ifPresent(sort -> rows.merge(sort, value.times(), Long::sum)));
        Set<Sort> before = before(rows, sold);
        return Stream.concat(
                        values.stream().filter(value -> sold && says(BOUGHT, value.text())),
                        others.stream()
                                .filter(value -> sort(value.text())
                                        .filter(before::contains)
                                        .isPresent()))
                .map(Value::text)
                .collect(Collectors.toSet());
    }

    /// Documents before the sale: what is invoiced later in the list; of orders and delivery notes, the rarer.
    private static Set<Sort> before(Map<Sort, Long> rows, boolean sold) {
        Set<Sort> before = EnumSet.noneOf(Sort.class);
        boolean documents = Stream.of(Sort.INVOICE, Sort.NOTE, Sort.ORDER).anyMatch(rows::containsKey);
        if (documents || sold) {
            before.add(Sort.QUOTE);
        }
        if (documents) {
            before.add(Sort.OFFER);
        }
        if (rows.containsKey(Sort.INVOICE)) {
            before.addAll(List.of(Sort.NOTE, Sort.ORDER));
        } else if (rows.containsKey(Sort.NOTE) && rows.containsKey(Sort.ORDER)) {
            before.add(rows.get(Sort.NOTE) < rows.get(Sort.ORDER) ? Sort.NOTE : Sort.ORDER);
        }
        return before;
    }

    private static Optional<Sort> sort(String value) {
        return Arrays.stream(Sort.values())
                .filter(sort -> says(sort.words, value))
                .findFirst();
    }

    private static boolean says(Pattern words, String value) {
        return words.matcher(String.join(" ", HeaderWords.of(value))).find();
    }
}
