package io.filon.intake.infer.amount;

import static io.filon.intake.infer.amount.Equations.larger;
import static io.filon.intake.infer.amount.Equations.orZero;
import static io.filon.intake.infer.amount.Equations.size;
import static io.filon.intake.infer.amount.Equations.some;
import static io.filon.intake.infer.amount.Equations.value;

import io.filon.intake.infer.amount.Equations.Claim;
import io.filon.intake.plan.Role;
import io.filon.intake.profile.ColumnProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a line came to where its total holds more than goods and tax: a surcharge on top, or tax kept back.
final class OtherTerms {

    private final Equations equations;
    private final Rates rates;

    OtherTerms(Equations equations, Rates rates) {
        this.equations = equations;
        this.rates = rates;
    }

    /// @param column what holds the goods, if any does
    /// @param sql    what they are
    record Goods(Optional<ColumnProfile> column, String sql) {}

    private record Found(Goods goods, Optional<ColumnProfile> other) {}

    /// Whether goods, tax and one other column make what was taken for the amount: then the goods are the amount.
    boolean ofLines(MoneyFile file, ColumnProfile amount, ColumnProfile tax) {
        if (file.corrected(amount.index())) {
            return false;
        }
        List<Claim<Found>> claims = new ArrayList<>();
        for (Goods goods : goods(file)) {
            String rest = "%s + %s - %s".formatted(goods.sql, value(tax), value(amount));
            String taxed = some(value(tax));
            if (goods.column.isEmpty()) {
                String signless = "abs(%s) + abs(%s) - abs(%s)".formatted(goods.sql, value(tax), value(amount));
                claims.add(new Claim<>(new Found(goods, Optional.empty()), signless, taxed));
            }
            for (ColumnProfile other : file.figures()) {
                if (goods.column.filter(other::equals).isEmpty()) {
                    String less = larger(goods.sql, value(other));
                    for (String sign : List.of("+", "-")) {
                        claims.add(new Claim<>(
                                new Found(goods, Optional.of(other)),
                                "%s %s %s%s".formatted(rest, sign, orZero(value(other)), less),
                                taxed));
                    }
                }
            }
        }
        Optional<Found> proof = equations.first(file, claims);
        proof.ifPresent(found -> apply(file, amount, found, tax));
        return proof.isPresent();
    }

    private void apply(MoneyFile file, ColumnProfile amount, Found found, ColumnProfile tax) {
        file.settings().put("prices", Taxes.WITHOUT_TAX);
        file.settle(amount, Role.IGNORED);
        Optional<ColumnProfile> cut = found.other
                .filter(other -> file.column(Role.DISCOUNT).isEmpty())
                .filter(other -> rates.isCut(file, found.goods.sql, other, value(tax)));
        cut.ifPresent(other -> file.settle(other, Role.DISCOUNT));
        found.goods.column.ifPresent(column -> file.settle(column, cut.isPresent() ? Role.LIST_AMOUNT : Role.AMOUNT));
    }

    /// What the goods may be: a column; or price by pieces, else the list amount, less the discount.
    static List<Goods> goods(MoneyFile file) {
        Stream<Goods> columns =
                file.figures(Role.LIST_AMOUNT).stream().map(column -> new Goods(Optional.of(column), value(column)));
        Optional<String> list = file.sum(Role.UNIT_PRICE)
                .map(price -> value(price)
                        + file.sum(Role.QUANTITY)
                                .map(quantity -> " * " + value(quantity))
                                .orElse(""))
                .or(() -> file.sum(Role.LIST_AMOUNT).map(Equations::value));
        boolean share = file.column(Role.DISCOUNT_RATE).isPresent();
        Stream<Goods> priced = list.filter(each -> !share).stream()
                .map(each -> new Goods(
                        Optional.empty(),
                        "(%s%s)"
                                .formatted(
                                        each,
                                        file.sum(Role.DISCOUNT)
                                                .map(discount -> " - " + size(value(discount)))
                                                .orElse(""))));
        return Stream.concat(columns, priced).toList();
    }
}
