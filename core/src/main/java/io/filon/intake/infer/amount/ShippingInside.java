package io.filon.intake.infer.amount;

import static io.filon.intake.infer.amount.Equations.value;

import io.filon.intake.infer.amount.Equations.Claim;
import io.filon.intake.plan.Role;
import io.filon.intake.profile.ColumnProfile;
import io.filon.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where what a line came to is its goods, with shipping and perhaps tax beside, these are no sale, and the customer paid
/// the shipping, whatever its header says.
public final class ShippingInside {

    /// Columns without a role that are tried.
    private static final int MOST = 6;

    private static final List<Role> SHIPPING = List.of(Role.SHIPPING_CHARGED, Role.SHIPPING_COST);

    private final Equations equations;

    public ShippingInside(Store store) {
        this.equations = new Equations(store);
    }

    /// @param goods    the column that holds what is left, if any does
    /// @param shipping what the customer paid for it
    /// @param taxed    whether the tax, too, is beside the goods
    private record Paid(Optional<ColumnProfile> goods, ColumnProfile shipping, boolean taxed) {}

    public void settle(MoneyFile file) {
        file.sum(Role.AMOUNT)
                .filter(amount -> !file.corrected(amount.index()))
                .ifPresent(amount -> equations
                        .first(file, claims(file, amount))
                        .ifPresent(paid -> apply(file, amount, paid)));
    }

    private static void apply(MoneyFile file, ColumnProfile amount, Paid paid) {
        file.settle(paid.shipping, Role.SHIPPING_CHARGED);
        if (paid.taxed) {
            file.settings().put("prices", "without_tax");
        }
        if (paid.goods.isPresent()) {
            file.settle(amount, Role.IGNORED);
            file.settle(paid.goods.get(), Role.AMOUNT);
        } else {
            file.settings().put("beside", paid.taxed ? "shipping_and_tax" : "shipping");
        }
    }

    /// Goods in a column before goods worked out. What is less by a cost of shipping may as well be what the company
    /// kept: beside a column of goods the header must say that it was charged.
    private static List<Claim<Paid>> claims(MoneyFile file, ColumnProfile amount) {
        List<Claim<Paid>> claims = new ArrayList<>();
        file.sum(Role.SHIPPING_CHARGED)
                .ifPresent(shipping -> file.figures(MOST)
                        .forEach(goods -> claims.addAll(
                                claims(file, amount, shipping, Optional.of(goods), value(goods)))));
        Discounts.sold(file)
                .ifPresent(goods -> SHIPPING.stream()
                        .flatMap(role -> file.sum(role).stream())
                        .forEach(shipping ->
                                claims.addAll(claims(file, amount, shipping, Optional.empty(), goods))));
        return claims;
    }

    private static List<Claim<Paid>> claims(
            MoneyFile file, ColumnProfile amount, ColumnProfile shipping, Optional<ColumnProfile> column, String goods) {
        String when = "abs(%s) > 0.02".formatted(value(shipping));
        String rest = "abs(%s) + abs(%s) - abs(%s)".formatted(goods, value(shipping), value(amount));
        List<Claim<Paid>> claims = new ArrayList<>();
        claims.add(new Claim<>(new Paid(column, shipping, false), rest, when));
        file.sum(Role.TAX)
                .ifPresent(tax -> claims.add(new Claim<>(
                        new Paid(column, shipping, true), rest + " + abs(coalesce(%s, 0))".formatted(value(tax)), when)));
        return claims;
    }
}
