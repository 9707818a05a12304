package io.filon.intake.infer.amount;

import static io.filon.intake.infer.amount.Equations.larger;
import static io.filon.intake.infer.amount.Equations.orZero;
import static io.filon.intake.infer.amount.Equations.shared;
import static io.filon.intake.infer.amount.Equations.some;

import io.filon.intake.infer.amount.Equations.Claim;
import io.filon.intake.plan.Doubt;
import io.filon.intake.plan.Role;
import io.filon.intake.profile.ColumnProfile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What is written of the whole order on each of its lines: its total, a discount, shipping, a tax. It is the same on
/// all lines of an order, and the lines add up to it; without that, a discount would be taken off once a line.
final class OnEveryLine {

    /// Columns of each sort that are tried.
    private static final int MOST = 5;

    /// Columns tried as the number of the order where none is known.
    private static final int KEYS = 3;

    /// Different discounts that are no chance when they never differ within an order.
    private static final int DISCOUNTS = 3;

    /// Share of the orders looked at below which a claim is not asked of all.
    private static final double MAY = 0.8;

    private static final String SEVERAL = "lines > 1";

    private final Equations equations;
    private final List<Doubt> doubts;

    OnEveryLine(Equations equations, List<Doubt> doubts) {
        this.equations = equations;
        this.doubts = doubts;
    }

    /// What the lines came to: a column, or a price by how many.
    private record Goods(ColumnProfile column, Optional<ColumnProfile> pieces) {
        String sum() {
            return pieces.map(many -> Equations.sum(column, many)).orElseGet(() -> Equations.sum(column));
        }
    }

    /// A claim: the goods, less the discount, with shipping and tax are the total.
    private record Whole(
            Goods goods,
            ColumnProfile total,
            Optional<ColumnProfile> discount,
            Optional<ColumnProfile> shipping,
            Optional<Tax> tax) {

        String rest() {
            // goods less a total are the discount, too
            return goods.sum()
                    + " - "
                    + shared(total)
                    + discount.map(each ->
                                    " - abs(%s)%s".formatted(orZero(shared(each)), larger(shared(total), shared(each))))
                            .orElse("")
                    + shipping.map(each -> " + " + orZero(shared(each))).orElse("")
                    + tax.map(each -> " + " + orZero(each.sql)).orElse("");
        }

        Set<String> names() {
            return Stream.of(
                            Stream.of(goods.sum(), shared(total)),
                            discount.map(Equations::shared).stream(),
                            shipping.map(Equations::shared).stream(),
                            tax.map(Tax::sql).stream())
                    .flatMap(each -> each)
                    .collect(Collectors.toSet());
        }

        /// Whether it may hold by a sample of orders, which costs less than asking all.
        boolean mayHold(List<Map<String, Double>> orders) {
            double[] off = orders.stream()
                    .mapToDouble(this::off)
                    .filter(each -> !Double.isNaN(each))
                    .toArray();
            long met = Arrays.stream(off).filter(each -> Math.abs(each) <= 0.02).count();
            return met >= off.length * MAY && (met > 0 || orders.size() == Equations.LOOKED);
        }

        /// [#rest] of one order; not a number where the order cannot tell.
        private double off(Map<String, Double> order) {
            double cut = discount.map(each -> order.getOrDefault(shared(each), Double.NaN))
                    .map(Math::abs)
                    .orElse(0.0);
            if (discount.isPresent() && !(cut > 0.02)) {
                return Double.NaN;
            }
            double whole = order.getOrDefault(shared(total), Double.NaN);
            double rest = order.getOrDefault(goods.sum(), Double.NaN)
                    - cut
                    + shipping.map(each -> order.getOrDefault(shared(each), 0.0))
                            .orElse(0.0)
                    + tax.map(each -> order.getOrDefault(each.sql, 0.0)).orElse(0.0)
                    - whole;
            return cut > Math.abs(whole) ? rest + 1e9 : rest;
        }

        String when() {
            return SEVERAL + discount.map(each -> " and " + some(shared(each))).orElse("");
        }
    }

    /// @param role of the line or of the order
    private record Tax(ColumnProfile column, Role role, String sql) {}

    void settle(MoneyFile file) {
        Optional<ColumnProfile> told = file.column(Role.ORDER_ID);
        List<ColumnProfile> orders = told.map(List::of).orElseGet(() -> keys(file));
        for (ColumnProfile order : orders) {
            if (!order.unique() && settle(file, order)) {
                if (told.isEmpty()) {
                    file.settle(order, Role.ORDER_ID);
                }
                return;
            }
        }
    }

    /// What may be the number of the order: unread columns of codes or whole numbers that repeat.
    private static List<ColumnProfile> keys(MoneyFile file) {
        return file.unassigned().stream()
                .filter(column -> column.filled() >= column.rows() * 0.98)
                .filter(column -> column.distinct() > column.rows() / 20 && column.distinct() < column.rows() * 0.95)
                .filter(column ->
                        column.shapes().numbers() < 0.05 || column.shapes().wholes() == 1)
                .limit(KEYS)
                .toList();
    }

    private boolean settle(MoneyFile file, ColumnProfile order) {
        List<ColumnProfile> figures = file
                .figures(
                        3 * MOST,
                        Role.ORDER_TOTAL,
                        Role.AMOUNT,
                        Role.LIST_AMOUNT,
                        Role.UNIT_PRICE,
                        Role.ORDER_SUBTOTAL,
                        Role.DISCOUNT,
                        Role.ORDER_DISCOUNT,
                        Role.SHIPPING_CHARGED,
                        Role.SHIPPING_COST)
                .stream()
                .filter(column -> !column.equals(order))
                .toList();
        List<ColumnProfile> same = same(file, order, figures);
        if (same.isEmpty()) {
            return false;
        }
        List<ColumnProfile> apart =
                figures.stream().filter(column -> !same.contains(column)).toList();
        List<Whole> wholes = claims(file, same, apart);
        List<Map<String, Double>> sample = equations.sample(
                file,
                order,
                wholes.stream().flatMap(whole -> whole.names().stream()).collect(Collectors.toSet()));
        List<Claim<Whole>> claims = wholes.stream()
                .filter(whole -> whole.mayHold(sample))
                .map(whole -> new Claim<>(whole, whole.rest(), whole.when()))
                .toList();
        Optional<Whole> proof = equations.firstOfOrders(file, order, claims);
        proof.ifPresent(whole -> apply(file, whole));
        return proof.isPresent();
    }

    /// Columns that do not differ within orders of several lines.
    private List<ColumnProfile> same(MoneyFile file, ColumnProfile order, List<ColumnProfile> figures) {
        List<Claim<ColumnProfile>> claims = figures.stream()
                .map(column -> new Claim<>(
                        column,
                        "case when %s is null then 1 else 0 end".formatted(shared(column)),
                        "%s and %s is not null".formatted(SEVERAL, Equations.sum(column))))
                .toList();
        List<Double> shares = equations.sharesOfOrders(file, order, claims);
        return IntStream.range(0, claims.size())
                .filter(at -> shares.get(at) >= Equations.HOLDS)
                .mapToObj(figures::get)
                .toList();
    }

    /// With a discount before without; totals first that are called so.
    private static List<Whole> claims(MoneyFile file, List<ColumnProfile> same, List<ColumnProfile> apart) {
        List<ColumnProfile> totals = same.stream()
                .filter(column -> column.distinct() > 1)
                .limit(MOST)
                .toList();
        List<Optional<ColumnProfile>> discounts = optional(same, Role.SHIPPING_CHARGED, file);
        List<Optional<ColumnProfile>> shippings =
                optional(same, Role.DISCOUNT, file).reversed();
        List<Whole> wholes = new ArrayList<>();
        for (Optional<ColumnProfile> discount : discounts) {
            for (Optional<ColumnProfile> shipping : shippings) {
                for (ColumnProfile total : totals) {
                    boolean twice = (discount.equals(shipping) && discount.isPresent())
                            || discount.filter(total::equals).isPresent()
                            || shipping.filter(total::equals).isPresent();
                    if (!twice) {
                        for (Goods goods : goods(file, apart)) {
                            taxes(file).forEach(tax -> wholes.add(new Whole(goods, total, discount, shipping, tax)));
                        }
                    }
                }
            }
        }
        return wholes;
    }

    /// Each of the columns but that of a role, then none.
    private static List<Optional<ColumnProfile>> optional(List<ColumnProfile> same, Role not, MoneyFile file) {
        return Stream.concat(
                        same.stream()
                                .filter(column ->
                                        file.column(not).filter(column::equals).isEmpty())
                                .limit(MOST)
                                .map(Optional::of),
                        Stream.of(Optional.<ColumnProfile>empty()))
                .toList();
    }

    private static List<Goods> goods(MoneyFile file, List<ColumnProfile> apart) {
        Optional<ColumnProfile> quantity = file.sum(Role.QUANTITY);
        Optional<ColumnProfile> price = file.sum(Role.UNIT_PRICE);
        Stream<Goods> whole = apart.stream()
                .filter(column ->
                        quantity.isEmpty() || price.filter(column::equals).isEmpty())
                .limit(MOST)
                .map(column -> new Goods(column, Optional.empty()));
        Stream<Goods> priced = quantity.isEmpty()
                ? Stream.empty()
                : apart.stream().limit(MOST).map(column -> new Goods(column, quantity));
        return Stream.concat(whole, priced).toList();
    }

    private static List<Optional<Tax>> taxes(MoneyFile file) {
        List<Optional<Tax>> taxes = new ArrayList<>();
        taxes.add(Optional.empty());
        for (Role role : List.of(Role.TAX, Role.ORDER_TAX)) {
            file.sum(role).ifPresent(tax -> {
                taxes.add(Optional.of(new Tax(tax, Role.TAX, Equations.sum(tax))));
                taxes.add(Optional.of(new Tax(tax, Role.ORDER_TAX, shared(tax))));
            });
        }
        return taxes;
    }

    private static void apply(MoneyFile file, Whole whole) {
        boolean subtotal =
                whole.discount.isEmpty() && whole.shipping.isEmpty() && file.is(whole.total, Role.ORDER_SUBTOTAL);
        Role goods = whole.goods.pieces.isPresent() ? Role.UNIT_PRICE : Role.AMOUNT;
        file.column(Role.AMOUNT)
                .filter(old -> !old.equals(whole.goods.column))
                .ifPresent(old -> file.settle(old, Role.IGNORED));
        file.move(goods, whole.goods.column);
        if (!subtotal) {
            file.move(Role.ORDER_TOTAL, whole.total);
        }
        whole.discount.ifPresent(discount -> file.move(Role.ORDER_DISCOUNT, discount));
        whole.shipping.ifPresent(shipping -> file.move(Role.SHIPPING_CHARGED, shipping));
        whole.tax.ifPresent(tax -> {
            file.settings().putIfAbsent("prices", Taxes.WITHOUT_TAX);
            file.settle(tax.column, tax.role);
        });
    }

    /// Without a total to prove it: discounts of many amounts that never differ within an order are hardly of its
    /// lines.
    void discount(MoneyFile file) {
        Optional<ColumnProfile> order = file.column(Role.ORDER_ID).filter(id -> !id.unique());
        Optional<ColumnProfile> discount = file.sum(Role.DISCOUNT)
                .filter(column -> column.distinct() > DISCOUNTS && !file.corrected(column.index()));
        Optional<ColumnProfile> quantity = file.sum(Role.QUANTITY);
        Optional<ColumnProfile> price = file.sum(Role.UNIT_PRICE);
        if (order.isEmpty()
                || discount.isEmpty()
                || quantity.isEmpty()
                || price.isEmpty()
                || file.column(Role.ORDER_DISCOUNT).isPresent()
                || !always(file, order.get(), discount.get())) {
            return;
        }
        String priced = Equations.sum(price.get(), quantity.get());
        Claim<Boolean> before = new Claim<>(
                true,
                file.sum(Role.AMOUNT)
                        .map(amount -> "%s - %s".formatted(priced, Equations.sum(amount)))
                        .orElse("0"),
                SEVERAL + " and " + some(shared(discount.get())));
        if (equations.firstOfOrders(file, order.get(), List.of(before)).isPresent()) {
            file.settle(discount.get(), Role.ORDER_DISCOUNT);
            doubts.add(new Doubt(
                    "discount_of_order", file.raw().file(), discount.get().header(), 2, List.of()));
        }
    }

    /// Whether it is the same on all lines of the orders that have any.
    private boolean always(MoneyFile file, ColumnProfile order, ColumnProfile column) {
        Claim<Boolean> same = new Claim<>(
                true,
                "case when %s is null then 1 else 0 end".formatted(shared(column)),
                SEVERAL + " and " + some(Equations.sum(column)));
        return equations.firstOfOrders(file, order, List.of(same)).isPresent();
    }
}
