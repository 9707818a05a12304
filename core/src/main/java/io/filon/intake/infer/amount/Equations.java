package io.filon.intake.infer.amount;

import io.filon.intake.file.RawTable;
import io.filon.intake.profile.ColumnProfile;
import io.filon.intake.profile.Formats;
import io.filon.intake.profile.Profiler;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Asks of many equations between columns of a file at once in what share of its rows they hold.
///
/// In SQL a column is `v` and its place (`v3`); of the lines of an order, `s3` is the sum, `p3x5` the sum of one column
/// by another, and `o3` the value that all of them share, null when they differ.
public final class Equations {

    /// Share of rows that makes an equation hold: a slip or two is no proof against it.
    static final double HOLDS = 0.95;

    /// Rows that show something.
    static final int FEWEST = 3;

    /// What rounding leaves between a sum and its parts.
    static final double CENTS = 0.02;

    private static final Pattern NAMED = Pattern.compile("\\b[vso](\\d+)\\b");

    private static final Pattern PRODUCT = Pattern.compile("\\bp(\\d+)x(\\d+)\\b");

    /// Claims asked in one query: several hundred counts are more than the engine takes.
    private static final int AT_ONCE = 100;

    /// Orders looked at before claims are asked of all.
    static final int LOOKED = 500;

    private final Store store;

    public Equations(Store store) {
        this.store = store;
    }

    /// @param meaning what follows when it holds
    /// @param off     SQL that is 0 where it holds
    /// @param when    SQL of the rows that can tell
    record Claim<T>(T meaning, String off, String when) {}

    /// The first claim that holds.
    <T> Optional<T> first(MoneyFile file, List<Claim<T>> claims) {
        return first(file, Optional.empty(), claims);
    }

    /// All claims that hold.
    <T> List<Claim<T>> holding(MoneyFile file, List<Claim<T>> claims, double tolerance) {
        List<Double> shares = shares(file, claims, tolerance);
        return IntStream.range(0, claims.size())
                .filter(at -> shares.get(at) >= HOLDS)
                .mapToObj(claims::get)
                .toList();
    }

    /// The first claim that holds of whole orders; rows of one value in `order` are one.
    <T> Optional<T> firstOfOrders(MoneyFile file, ColumnProfile order, List<Claim<T>> claims) {
        return first(file, Optional.of(order), claims);
    }

    /// Share 0..1 of the orders that can tell in which a claim holds.
    <T> List<Double> sharesOfOrders(MoneyFile file, ColumnProfile order, List<Claim<T>> claims) {
        return shares(file, Optional.of(order), claims, CENTS);
    }

    /// Share 0..1 of the rows that can tell in which a claim holds; 0 when they are too few.
    <T> List<Double> shares(MoneyFile file, List<Claim<T>> claims, double tolerance) {
        return shares(file, Optional.empty(), claims, tolerance);
    }

    /// Up to [#LOOKED] orders of several lines, each with those of the named values that it has. Most claims are seen
    /// to fail on them, and need no query.
    List<Map<String, Double>> sample(MoneyFile file, ColumnProfile order, Set<String> names) {
        if (names.isEmpty()) {
            return List.of();
        }
        List<Map<String, Double>> orders = new ArrayList<>();
        String all = String.join(" ", names);
        store.stream(
                Sql.of("%s select %s from told where lines > 1 limit %d"
                        .formatted(
                                rows(file, Optional.of(order), named(all), products(all)),
                                String.join(", ", names),
                                LOOKED)),
                row -> {
                    Map<String, Double> values = new HashMap<>();
                    row.forEach((name, value) -> values.put(name, ((Number) value).doubleValue()));
                    orders.add(values);
                });
        return orders;
    }

    /// Places of the columns that SQL names.
    private static Set<Integer> named(String sql) {
        Set<Integer> named = new TreeSet<>();
        NAMED.matcher(sql).results().forEach(column -> named.add(Integer.valueOf(column.group(1))));
        PRODUCT.matcher(sql)
                .results()
                .forEach(pair -> named.addAll(List.of(Integer.valueOf(pair.group(1)), Integer.valueOf(pair.group(2)))));
        return named;
    }

    private static Set<String> products(String sql) {
        return PRODUCT.matcher(sql)
                .results()
                .map(pair -> ", sum(v%1$s * v%2$s) as p%1$sx%2$s".formatted(pair.group(1), pair.group(2)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private <T> Optional<T> first(MoneyFile file, Optional<ColumnProfile> order, List<Claim<T>> claims) {
        for (int from = 0; from < claims.size(); from += AT_ONCE) {
            List<Claim<T>> next = claims.subList(from, Math.min(claims.size(), from + AT_ONCE));
            List<Double> shares = shares(file, order, next, CENTS);
            for (int at = 0; at < next.size(); at++) {
                if (shares.get(at) >= HOLDS) {
                    return Optional.of(next.get(at).meaning);
                }
            }
        }
        return Optional.empty();
    }

    private <T> List<Double> shares(
            MoneyFile file, Optional<ColumnProfile> order, List<Claim<T>> claims, double tolerance) {
        if (claims.isEmpty()) {
            return List.of();
        }
        if (claims.size() > AT_ONCE) {
            List<Double> all = new ArrayList<>(shares(file, order, claims.subList(0, AT_ONCE), tolerance));
            all.addAll(shares(file, order, claims.subList(AT_ONCE, claims.size()), tolerance));
            return all;
        }
        StringBuilder counts = new StringBuilder();
        Set<Integer> named = new TreeSet<>();
        Set<String> products = new TreeSet<>();
        for (int at = 0; at < claims.size(); at++) {
            Claim<T> claim = claims.get(at);
            named.addAll(named(claim.off + " " + claim.when));
            products.addAll(products(claim.off + " " + claim.when));
            counts.append("%s count(*) filter (%s and (%s) is not null) as n%d"
                    .formatted(at == 0 ? "" : ",", claim.when, claim.off, at));
            counts.append(
                    ", count(*) filter (%s and abs(%s) <= %s) as k%d".formatted(claim.when, claim.off, tolerance, at));
        }
        Map<String, Object> found = new HashMap<>();
        store.stream(Sql.of(rows(file, order, named, products) + " select " + counts + " from told"), found::putAll);
        List<Double> shares = new ArrayList<>();
        for (int at = 0; at < claims.size(); at++) {
            long rows = count(found, "n" + at);
            shares.add(rows < FEWEST ? 0.0 : (double) count(found, "k" + at) / rows);
        }
        return shares;
    }

    private static String rows(
            MoneyFile file, Optional<ColumnProfile> order, Set<Integer> named, Set<String> products) {
        String values = named.stream()
                .map(place -> "%s as v%d".formatted(number(file, file.profiles().get(place)), place))
                .collect(Collectors.joining(", "));
        if (order.isEmpty()) {
            return "with told as (select %s from %s)".formatted(values, source(file.raw()));
        }
        String sums = named.stream()
                .map(place -> "sum(v%1$d) as s%1$d, case when min(v%1$d) = max(v%1$d) then max(v%1$d) end as o%1$d"
                        .formatted(place))
                .collect(Collectors.joining(", ", "", String.join("", products)));
        return "with cells as (select c%d as order_id, %s from %s), told as (select count(*) as lines, %s from cells where order_id is not null group by order_id)"
                .formatted(order.get().index(), values, source(file.raw()), sums);
    }

    private static long count(Map<String, Object> found, String name) {
        return found.get(name) instanceof Number number ? number.longValue() : 0;
    }

    static String value(ColumnProfile column) {
        return "v" + column.index();
    }

    /// What the lines of an order come to.
    static String sum(ColumnProfile column) {
        return "s" + column.index();
    }

    /// What the lines of an order come to, each so many pieces at their price.
    static String sum(ColumnProfile price, ColumnProfile pieces) {
        return "p%dx%d".formatted(price.index(), pieces.index());
    }

    /// The value that all lines of an order have.
    static String shared(ColumnProfile column) {
        return "o" + column.index();
    }

    static String orZero(String sql) {
        return "coalesce(%s, 0)".formatted(sql);
    }

    /// How much it is, with its minus or without; 0 where nothing is written.
    static String size(String sql) {
        return "abs(%s)".formatted(orZero(sql));
    }

    /// That it is not 0, cents aside.
    static String some(String sql) {
        return "abs(%s) > 0.02".formatted(sql);
    }

    /// Added to a sum, makes it fail where the second is the larger.
    static String larger(String first, String second) {
        return " + case when abs(%s) > abs(%s) then 1e9 else 0 end".formatted(second, first);
    }

    /// SQL that reads a column as a number, good enough for comparing.
    public static String number(MoneyFile file, ColumnProfile column) {
        char mark = Formats.number(file.raw(), file.profiles(), column).decimal();
        String plain = mark == ',' ? "replace(replace(c%1$d, '.', ''), ',', '.')" : "c%1$d";
        return ("coalesce(try_cast(" + plain + " as double), try_cast(plain_number(c%1$d, '%2$s') as double))")
                .formatted(column.index(), mark == ',' ? "," : ".");
    }

    /// The rows to look at: all, or the first of many.
    public static String source(RawTable raw) {
        String name = Sql.name(raw.table());
        boolean all = !raw.streamed() && raw.rows() <= Profiler.SAMPLE;
        return all ? name : "(select * from %s limit %d)".formatted(name, Profiler.SAMPLE);
    }
}
