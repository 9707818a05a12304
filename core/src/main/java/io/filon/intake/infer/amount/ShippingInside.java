package io.filon.intake.infer.amount;

import static io.filon.intake.infer.amount.Equations.value;

import io.filon.intake.infer.amount.Equations.Claim;
import io.filon.intake.plan.Role;
import io.filon.intake.profile.ColumnProfile;
import io.filon.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Where what a line came to is its goods at their price, with shipping and perhaps tax beside, these are no sale, and
/// the customer paid the shipping, whatever its header says.
public final class ShippingInside {

    private static final List<Role> SHIPPING = List.of(Role.SHIPPING_CHARGED, Role.SHIPPING_COST);

    private final Equations equations;

    public ShippingInside(Store store) {
        this.equations = new Equations(store);
    }

    /// @param shipping what the customer paid for it
    /// @param taxed    whether the tax, too, is beside the goods
    private record Paid(ColumnProfile shipping, boolean taxed) {}

    public void settle(MoneyFile file) {
        Optional<ColumnProfile> amount = file.sum(Role.AMOUNT).filter(paid -> !file.corrected(paid.index()));
        Optional<String> goods = goods(file);
        if (amount.isEmpty() || goods.isEmpty()) {
            return;
        }
        equations.first(file, claims(file, goods.get(), amount.get())).ifPresent(paid -> {
            file.settle(paid.shipping, Role.SHIPPING_CHARGED);
            file.settings().put("beside", paid.taxed ? "shipping_and_tax" : "shipping");
            if (paid.taxed) {
                file.settings().put("prices", "without_tax");
            }
        });
    }

    private static List<Claim<Paid>> claims(MoneyFile file, String goods, ColumnProfile amount) {
        List<Claim<Paid>> claims = new ArrayList<>();
        for (ColumnProfile shipping :
                SHIPPING.stream().flatMap(role -> file.sum(role).stream()).toList()) {
            String when = "abs(%s) > 0.02".formatted(value(shipping));
            String rest = "%s + abs(%s) - abs(%s)".formatted(goods, value(shipping), value(amount));
            claims.add(new Claim<>(new Paid(shipping, false), rest, when));
            file.sum(Role.TAX)
                    .ifPresent(tax -> claims.add(new Claim<>(
                            new Paid(shipping, true), rest + " + abs(coalesce(%s, 0))".formatted(value(tax)), when)));
        }
        return claims;
    }

    /// The pieces at their price, less the discount.
    private static Optional<String> goods(MoneyFile file) {
        List<ColumnProfile> factors = Stream.of(Role.QUANTITY, Role.UNIT_PRICE)
                .flatMap(role -> file.sum(role).stream())
                .toList();
        if (factors.size() < 2) {
            return Optional.empty();
        }
        String priced = "abs(%s * %s)".formatted(value(factors.getFirst()), value(factors.getLast()));
        Optional<String> rate =
                file.sum(Role.DISCOUNT_RATE).map(column -> "%s * %s".formatted(priced, Discounts.left(column)));
        return rate.or(() ->
                        file.sum(Role.DISCOUNT).map(off -> "%s - abs(coalesce(%s, 0))".formatted(priced, value(off))))
                .or(() -> Optional.of(priced));
    }
}
