package io.filon.intake.infer;

import io.filon.intake.lexicon.Lexicon;
import io.filon.intake.plan.Doubt;
import io.filon.intake.plan.Kind;
import io.filon.intake.plan.Role;
import io.filon.intake.profile.ColumnProfile;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Sales that two files tell: orders, and their invoices, delivery notes or payments. Counting both would count each
/// sale twice, so one file counts, and the other is only asked what it knows besides.
///
/// Where one names the orders of the other, and the money agrees, the orders count, unless only the other has lines.
/// Of two files with the same numbers, the one that tells who bought counts, then the one that tells more.
final class SameSales {

    private static final List<Role> MONEY = List.of(Role.ORDER_TOTAL, Role.ORDER_SUBTOTAL, Role.AMOUNT);

    private final Store store;
    private final Keys keys;
    private final Lexicon lexicon;
    private final List<Draft> drafts;
    private final List<Doubt> doubts;

    /// Files that do not count, and which counts instead.
    private final Map<Draft, Draft> counted = new LinkedHashMap<>();

    private final List<Told> perhaps = new ArrayList<>();

    /// @param number column by which the one file names the orders of the other
    /// @param paid   whether its rows may be payments, whose state says which orders were paid
    private record Told(Draft again, ColumnProfile number, Draft counted, boolean paid) {}

    SameSales(Store store, Keys keys, Lexicon lexicon, List<Draft> drafts, List<Doubt> doubts) {
        this.store = store;
        this.keys = keys;
        this.lexicon = lexicon;
        this.drafts = drafts;
        this.doubts = doubts;
    }

    void settle() {
        drafts.forEach(this::hours);
        drafts.forEach(this::payments);
        List<Told> told = drafts.stream()
                .flatMap(again -> drafts.stream()
                        .filter(orders -> orders != again)
                        .flatMap(orders -> again(again, orders).stream()))
                .toList();
        // an invoice may be of a delivery note, and this of an order; of two that name one another, one counts
        told.stream()
                .filter(each -> counting(each.counted) != each.again)
                .forEach(each -> counted.putIfAbsent(each.again, each.counted));
        told.stream()
                .filter(each -> each.counted.equals(counted.get(each.again)))
                .forEach(this::twice);
        perhaps.stream()
                .filter(each -> !counted.containsKey(each.again))
                .forEach(each -> doubts.add(doubt("perhaps_twice", 1, each, each.counted)));
    }

    private Draft counting(Draft draft) {
        Draft other = counted.get(draft);
        return other == null ? draft : counting(other);
    }

    /// Hours worked for a client are sold by the invoices that charge them; without any, they may be all that tells.
    private void hours(Draft sheet) {
        Optional<ColumnProfile> worked = sheet.profiles.stream()
                .filter(column -> open(sheet)
                        && !sheet.has(Role.ORDER_ID)
                        && column.shapes().numbers() > 0.9)
                .filter(column -> lexicon.concepts(column.header()).equals(List.of("worked")))
                .findFirst();
        if (worked.isEmpty()) {
            return;
        }
        if (sheet.hasAny(Role.CUSTOMER_ID, Role.COMPANY)) { // the names beside are of who worked
            List.of(Role.NAME, Role.FIRST_NAME, Role.LAST_NAME)
                    .forEach(name -> sheet.turn(name, Role.IGNORED, "values"));
        }
        boolean charged = drafts.stream()
                .anyMatch(other ->
                        other != sheet && other.sells() && other.has(Role.ORDER_ID) && sameClients(sheet, other));
        if (charged) {
            sheet.kind = Kind.UNUSED;
        }
        String file = sheet.raw.file();
        String code = charged ? "hours_unused" : "hours_sold";
        sheet.toldElsewhere = charged;
        doubts.add(new Doubt(code, file, worked.get().header(), charged ? 2 : 1, List.of(file)));
    }

    private boolean sameClients(Draft sheet, Draft other) {
        return clients(sheet)
                .anyMatch(client -> clients(other)
                        .anyMatch(own -> keys.overlap(sheet, client, other, own).enough()));
    }

    private static Stream<ColumnProfile> clients(Draft sales) {
        return Stream.of(Role.CUSTOMER_ID, Role.EMAIL, Role.NAME, Role.COMPANY, Role.ACCOUNT_ID)
                .flatMap(role -> sales.column(role).stream());
    }

    /// A list of payments is no list of orders where another file lists the orders themselves.
    private void payments(Draft paid) {
        boolean received = paid.guessed(Kind.ORDERS) && !paid.has(Role.ORDER_ID) && onDayOfPayment(paid);
        if (received && drafts.stream().anyMatch(other -> other != paid && numbersWhose(other))) {
            paid.kind = Kind.UNUSED;
        } else if (onlyPaid(paid)) {
            ColumnProfile number = paid.column(Role.ORDER_ID).orElseThrow();
            List<Draft> lists = drafts.stream()
                    .filter(orders -> orders.guessed(Kind.ORDERS) && orders.has(Role.ORDERED_AT) && !onlyPaid(orders))
                    .filter(orders -> orders.column(Role.ORDER_ID)
                            .filter(order ->
                                    keys.overlap(paid, number, orders, order).enough())
                            .isPresent())
                    .toList();
            if (!lists.isEmpty()) {
                aside(paid, number, lists);
            }
        }
    }

    private static boolean numbersWhose(Draft sales) {
        return sales.sells() && sales.has(Role.ORDER_ID) && tellsWhose(sales);
    }

    private static boolean tellsWhose(Draft sales) {
        return sales.hasAny(Role.CUSTOMER_ID, Role.EMAIL);
    }

    private boolean onDayOfPayment(Draft paid) {
        return paid.column(Role.ORDERED_AT)
                .filter(day -> !paid.corrected(day.index())
                        && lexicon.concepts(day.header()).contains("paid"))
                .isPresent();
    }

    /// Whether a file says of orders neither when they were placed nor by whom.
    private boolean onlyPaid(Draft paid) {
        return paid.guessed(Kind.ORDERS)
                && paid.has(Role.ORDER_ID)
                && !tellsWhose(paid)
                && (!paid.has(Role.ORDERED_AT) || onDayOfPayment(paid));
    }

    /// What was paid is not sold again, but may say that the customer paid for shipping, and which orders were paid.
    private void aside(Draft paid, ColumnProfile number, List<Draft> lists) {
        drafts.stream()
                .filter(goods -> goods.guessed(Kind.ORDER_LINES) && paysShipping(goods, paid, number))
                .forEach(goods -> goods.turn(Role.SHIPPING_COST, Role.SHIPPING_CHARGED, "values"));
        paid.kind = Kind.UNUSED;
        Statuses.lend(paid, number, lists, keys);
    }

    /// Whether a file of sales tells those of another again, or the other its own.
    private Optional<Told> again(Draft again, Draft orders) {
        boolean open = open(again)
                && orders.sells()
                && orders.has(Role.ORDERED_AT)
                && !again.raw.headers().equals(orders.raw.headers());
        Optional<ColumnProfile> key = orders.column(Role.ORDER_ID).filter(_ -> open);
        return key.flatMap(order -> again.column(Role.ORDER_ID)
                .filter(own -> keys.overlap(again, own, orders, order).nearlyAll())
                .map(own -> sameNumbers(again, own, orders, order))
                .orElseGet(() -> again.unassigned().stream()
                        .filter(number -> lexicon.concepts(number.header()).contains("order")
                                || Keys.alike(again, number, orders, order))
                        .filter(number ->
                                keys.overlap(again, number, orders, order).nearlyAll())
                        .findFirst()
                        .flatMap(number -> named(again, number, orders, order))));
    }

    private static boolean open(Draft sales) {
        return sales.guessed(Kind.ORDERS) || sales.guessed(Kind.ORDER_LINES);
    }

    private Optional<Told> sameNumbers(Draft again, ColumnProfile number, Draft orders, ColumnProfile key) {
        boolean whole = again.kind == Kind.ORDERS && orders.kind == Kind.ORDERS;
        return Optional.of(new Told(again, number, orders, true))
                .filter(_ -> whole && tellsLess(again, number, orders, key));
    }

    /// Of the same orders: the payments of a list that says who bought say less, whatever they come to.
    private boolean tellsLess(Draft again, ColumnProfile number, Draft orders, ColumnProfile key) {
        if (tellsWhose(again) != tellsWhose(orders)) {
            return tellsWhose(orders) && (saysMoney(orders) || !lines(orders).isEmpty());
        }
        long less = known(orders) - known(again);
        return agree(again, number, orders, key)
                && (less > 0 || (less == 0 && drafts.indexOf(orders) < drafts.indexOf(again)));
    }

    private static long known(Draft draft) {
        return draft.roles().stream().filter(role -> role != Role.IGNORED).count();
    }

    /// Documents with numbers of their own, that name the order each is of.
    private Optional<Told> named(Draft again, ColumnProfile number, Draft orders, ColumnProfile key) {
        Told told = new Told(again, number, orders, false);
        boolean bare = orders.kind == Kind.ORDERS && lines(orders).isEmpty();
        boolean each = number.filled() * 10 >= number.rows() * 9;
        if (again.kind == Kind.ORDER_LINES && bare && each) {
            again.turn(Role.ORDER_ID, Role.IGNORED, "join");
            again.assign(number.index(), Role.ORDER_ID, "join");
            return Optional.empty();
        }
        if (!each || !agree(again, number, orders, key)) {
            perhaps.add(told);
            return Optional.empty();
        }
        boolean linesToo = !lines(again).isEmpty()
                && bare
                && open(orders)
                && keys.overlap(orders, key, again, number).nearlyAll();
        return Optional.of(linesToo ? new Told(orders, key, again, false) : told);
    }

    private void twice(Told told) {
        Draft counts = counting(told.counted);
        if (tellsWhose(told.again)) {
            doubts.add(doubt("told_twice", 2, told, counts));
        }
        told.again.kind = Kind.UNUSED;
        told.again.toldElsewhere = true;
        List<Draft> kept = lines(counts);
        lines(told.again).stream().filter(lines -> !kept.contains(lines)).forEach(lines -> {
            lines.kind = Kind.UNUSED;
            lines.toldElsewhere = true;
        });
        if (told.paid && counts.equals(told.counted)) {
            aside(told.again, told.number, List.of(counts));
        }
    }

    private static Doubt doubt(String code, int severity, Told told, Draft counts) {
        String file = told.again.raw.file();
        return new Doubt(code, file, told.number.header(), severity, List.of(counts.raw.file(), file));
    }

    /// Files of the lines of a file's documents, where these say nothing of who and when.
    private List<Draft> lines(Draft whole) {
        return drafts.stream()
                .filter(lines -> lines != whole && lines.guessed(Kind.ORDER_LINES) && !tellsWhose(lines))
                .filter(lines -> lines.column(Role.ORDER_ID)
                        .flatMap(number -> whole.column(Role.ORDER_ID)
                                .filter(own ->
                                        keys.overlap(lines, number, whole, own).enough()))
                        .isPresent())
                .toList();
    }

    /// Whether most orders come to the same money in both files, by one column of each or another.
    private boolean agree(Draft again, ColumnProfile number, Draft orders, ColumnProfile key) {
        if (!saysMoney(again) || !saysMoney(orders)) {
            return false;
        }
        return store.number(Sql.of("""
                        with told_again as (%s),
                        told as (%s)
                        select
                            case
                                when count(distinct told.number) filter (
                                        told.amount <> 0 and abs(told.amount - told_again.amount) <= 0.02
                                    ) * 2 > count(distinct told.number) then 1
                                else 0
                            end
                        from told
                        join told_again on told.number = told_again.number
                        """.formatted(sums(again, number), sums(orders, key)))) == 1;
    }

    private static boolean saysMoney(Draft draft) {
        return MONEY.stream().anyMatch(role -> draft.sum(role).isPresent());
    }

    /// SQL of what each order may come to: the sum of a column of money over its rows, or what all its rows repeat.
    private static String sums(Draft draft, ColumnProfile number) {
        return MONEY.stream()
                .flatMap(role -> draft.sum(role).stream())
                .map(figure -> Amounts.number(draft, figure))
                .map(amount ->
                        "select c%1$d as number, unnest([sum(%2$s), max(%2$s)]) as amount from %3$s group by c%1$d"
                                .formatted(number.index(), amount, Amounts.whole(draft.raw)))
                .collect(Collectors.joining(" union all "));
    }

    /// Whether what was paid for most orders is the goods and what is called the cost of shipping.
    private boolean paysShipping(Draft goods, Draft paid, ColumnProfile number) {
        Optional<ColumnProfile> amount = goods.column(Role.AMOUNT);
        Optional<ColumnProfile> shipping = goods.column(Role.SHIPPING_COST);
        Optional<ColumnProfile> total = paid.column(Role.ORDER_TOTAL);
        if (amount.isEmpty() || shipping.isEmpty() || total.isEmpty() || goods.has(Role.SHIPPING_CHARGED)) {
            return false;
        }
        return store.number(Sql.of("""
                        with paid as (
                            select c%1$d as order_id, sum(%2$s) as total from %3$s group by all
                        ),
                        goods as (
                            select c%4$d as order_id, sum(%5$s) as amount, sum(%6$s) as shipping from %7$s group by all
                        )
                        select
                            case
                                when count(*) filter (abs(total - amount - shipping) <= 0.02) * 2 > count(*) then 1
                                else 0
                            end
                        from paid
                        join goods on paid.order_id = goods.order_id
                        where shipping > 0.02
                        """.formatted(
                                number.index(),
                                Amounts.number(paid, total.get()),
                                Amounts.whole(paid.raw),
                                goods.column(Role.ORDER_ID).orElseThrow().index(),
                                Amounts.number(goods, amount.get()),
                                Amounts.number(goods, shipping.get()),
                                Amounts.whole(goods.raw))))
                == 1;
    }
}
