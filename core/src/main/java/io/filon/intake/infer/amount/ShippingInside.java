package io.filon.intake.infer.amount;

import static io.filon.intake.infer.amount.Equations.larger;
import static io.filon.intake.infer.amount.Equations.orZero;
import static io.filon.intake.infer.amount.Equations.size;
import static io.filon.intake.infer.amount.Equations.some;
import static io.filon.intake.infer.amount.Equations.value;

import io.filon.intake.infer.amount.Equations.Claim;
import io.filon.intake.plan.Role;
import io.filon.intake.profile.ColumnProfile;
import io.filon.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Amounts that hold shipping, and perhaps tax, beside the goods: only the goods were sold, and the customer paid the
/// shipping, whatever its header says.
public final class ShippingInside {

    private static final List<Role> SHIPPING = List.of(Role.SHIPPING_CHARGED, Role.SHIPPING_COST);

    private static final Pattern GOODS = Pattern.compile("(?i)product|item|goods|art[ií]culo|merch|mercanc");

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
                .ifPresent(amount ->
                        equations.first(file, claims(file, amount)).ifPresent(paid -> apply(file, amount, paid)));
    }

    private static void apply(MoneyFile file, ColumnProfile amount, Paid paid) {
        file.settle(paid.shipping, Role.SHIPPING_CHARGED);
        if (paid.taxed) {
            file.settings().put("prices", Taxes.WITHOUT_TAX);
        }
        if (paid.goods.isPresent()) {
            file.settle(amount, Role.IGNORED);
            file.settle(paid.goods.get(), Role.AMOUNT);
        } else {
            file.settings().put("beside", paid.taxed ? "shipping_and_tax" : "shipping");
        }
    }

    /// Goods in a column before goods worked out. An amount less a cost of shipping may also be what the company kept
    /// of it: for a column to be the goods, the header of the shipping must say that it was charged.
    private static List<Claim<Paid>> claims(MoneyFile file, ColumnProfile amount) {
        List<Claim<Paid>> claims = new ArrayList<>();
        file.sum(Role.SHIPPING_CHARGED)
                .ifPresent(shipping -> file.figures()
                        .forEach(goods ->
                                claims.addAll(claims(file, amount, shipping, Optional.of(goods), value(goods)))));
        Discounts.sold(file)
                .ifPresent(goods -> SHIPPING.stream()
                        .flatMap(role -> file.sum(role).stream())
                        .forEach(shipping -> claims.addAll(claims(file, amount, shipping, Optional.empty(), goods))));
        return claims;
    }

    private static List<Claim<Paid>> claims(
            MoneyFile file,
            ColumnProfile amount,
            ColumnProfile shipping,
            Optional<ColumnProfile> column,
            String goods) {
        String when = some(value(shipping));
        String rest = "abs(%s) + abs(%s) - abs(%s)".formatted(goods, value(shipping), value(amount));
        List<Claim<Paid>> claims = new ArrayList<>();
        claims.add(new Claim<>(new Paid(column, shipping, false), rest, when));
        file.sum(Role.TAX)
                .ifPresent(tax -> claims.add(
                        new Claim<>(new Paid(column, shipping, true), rest + " + " + size(value(tax)), when)));
        return claims;
    }

    /// @param goods before the cut
    /// @param cut   a discount of the order, if any
    private record Order(
            ColumnProfile goods, ColumnProfile shipping, Optional<ColumnProfile> cut, ColumnProfile total, String off) {

        Claim<Order> where(ColumnProfile is) {
            return new Claim<>(this, off, some(value(is)));
        }
    }

    /// Orders whose total is the shipping and a column of goods that nothing else says is one, perhaps less a discount.
    public void ofOrders(MoneyFile file) {
        boolean fixed = file.column(Role.ORDER_TOTAL)
                .filter(total -> file.corrected(total.index()))
                .isPresent();
        if (fixed || file.column(Role.ORDER_SUBTOTAL).isPresent()) {
            return;
        }
        // with a discount first: where few orders have one, the sum holds without it as well
        List<Order> orders = orders(file);
        List<Claim<Order>> cut = orders.stream()
                .flatMap(order -> order.cut.map(order::where).stream())
                .toList();
        List<Claim<Order>> claims = Stream.concat(
                        equations.holding(file, cut, Equations.CENTS).stream().map(Claim::meaning),
                        orders.stream().filter(order -> order.cut.isEmpty() && saysCharged(file, order)))
                .map(order -> order.where(order.shipping))
                .toList();
        equations.first(file, claims).ifPresent(order -> {
            file.move(Role.ORDER_TOTAL, order.total);
            file.settle(order.goods, Role.ORDER_SUBTOTAL);
            file.settle(order.shipping, Role.SHIPPING_CHARGED);
            order.cut.ifPresent(off -> file.settle(off, Role.ORDER_DISCOUNT));
        });
    }

    /// Else the goods may be what the company kept of its sales after shipping.
    private static boolean saysCharged(MoneyFile file, Order order) {
        return file.is(order.shipping, Role.SHIPPING_CHARGED)
                || GOODS.matcher(order.goods.header()).find();
    }

    private static List<Order> orders(MoneyFile file) {
        Optional<ColumnProfile> known = file.sum(Role.ORDER_TOTAL);
        List<ColumnProfile> figures = file.figures(Role.ORDER_TOTAL);
        List<Optional<ColumnProfile>> cuts = Stream.concat(
                        Stream.of(Optional.<ColumnProfile>empty()),
                        file.figures(Role.ORDER_DISCOUNT).stream().map(Optional::of))
                .toList();
        List<Order> orders = new ArrayList<>();
        for (ColumnProfile shipping :
                SHIPPING.stream().flatMap(role -> file.sum(role).stream()).toList()) {
            for (ColumnProfile goods : figures) {
                for (ColumnProfile total : figures) {
                    boolean one = !goods.equals(total)
                            && (known.filter(goods::equals).isPresent()
                                    || known.filter(total::equals).isPresent());
                    cuts.stream()
                            .filter(cut -> one
                                    && cut.filter(each -> each.equals(goods) || each.equals(total))
                                            .isEmpty())
                            .map(cut -> new Order(goods, shipping, cut, total, off(goods, shipping, cut, total)))
                            .forEach(orders::add);
                }
            }
        }
        return orders;
    }

    private static String off(
            ColumnProfile goods, ColumnProfile shipping, Optional<ColumnProfile> cut, ColumnProfile total) {
        return "%s + %s - %s".formatted(value(goods), orZero(value(shipping)), value(total))
                + cut.map(each -> " - " + size(value(each)) + larger(value(goods), value(each)))
                        .orElse("");
    }
}
