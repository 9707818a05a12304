package io.filon.discovery.lens;

import io.filon.discovery.confirm.Periods;
import io.filon.discovery.search.Column;
import io.filon.discovery.table.Leaks;
import io.filon.store.Cells;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Reads the customers of one lens and what was known of them by then. One use.
public final class LensReader {

    /// More would make the search long and say little more.
    private static final int MOST_ATTRIBUTES = 40;

    private final Store store;
    private final Lens lens;
    private final int most;
    private final Map<Asked, Told> told = new LinkedHashMap<>();
    private int looked;

    private record Asked(String attribute, boolean named) {}

    /// @param most customers looked at; of more, every n-th
    public LensReader(Store store, Lens lens, int most) {
        this.store = store;
        this.lens = lens;
        this.most = most;
    }

    /// What is told of one attribute, while it is read.
    private final class Told {
        private final boolean number;
        private final double[] numbers;
        private final int[] words;
        private final Map<String, Integer> seen = new HashMap<>();
        private boolean spoken;
        private int known;

        Told(boolean number) {
            this.number = number;
            this.numbers = new double[number ? looked : 0];
            this.words = new int[number ? 0 : looked];
            Arrays.fill(numbers, Double.NaN);
            Arrays.fill(words, -1);
        }

        void number(int place, double value) {
            known += Double.isNaN(value) ? 0 : 1;
            numbers[place] = value;
        }

        void word(int place, String value) {
            known++;
            Integer seenAs = seen.putIfAbsent(value, seen.size());
            words[place] = seenAs == null ? seen.size() - 1 : seenAs;
        }

        boolean differs(int least) {
            if (number) {
                double[] stated = Arrays.stream(numbers)
                        .filter(value -> !Double.isNaN(value))
                        .toArray();
                return stated.length >= least && Arrays.stream(stated).anyMatch(value -> value != stated[0]);
            }
            return known >= least && (seen.size() > 1 || known < words.length);
        }

        Column column(String name) {
            return number
                    ? new Column.Numbers(name, numbers)
                    : new Column.Words(
                            name,
                            seen.entrySet().stream()
                                    .sorted(Map.Entry.comparingByValue())
                                    .map(Map.Entry::getKey)
                                    .toArray(String[]::new),
                            words);
        }
    }

    /// @param least customers that make a group
    public LensBase read(int least) {
        long customers = store.number(Sql.of("select count(*) from lens_people where lens = ?", lens.id()));
        int everyNth = (int) Math.max(1, (customers + most - 1) / most);
        List<Double> net = new ArrayList<>();
        List<String> accounts = new ArrayList<>();
        List<Double> days = new ArrayList<>();
        List<Double> cohorts = new ArrayList<>();
        double[] first = {0};
        store.scan(
                Sql.of(
                        "select coalesce(customers.account_id, lens_people.customer_id), "
                                + "cast(lens_people.net as double), cast(lens_people.first_net as double), "
                                + "cast(days_between(date '1970-01-01', lens_people.anchor_on) as double), "
                                + "cast(dense_rank() over (order by lens_people.cohort) - 1 as double) from lens_people "
                                + "left join (select customer_id, min(account_id) as account_id from customers "
                                + "group by customer_id) as customers on customers.customer_id = lens_people.customer_id "
                                + "where lens_people.lens = ? and lens_people.place % ? = 0 order by lens_people.place",
                        lens.id(), everyNth),
                row -> {
                    accounts.add(String.valueOf(row.text(0)));
                    net.add(row.number(1));
                    first[0] += Double.isNaN(row.number(2)) ? 0 : row.number(2);
                    days.add(row.number(3));
                    cohorts.add(row.number(4));
                });
        looked = net.size();
        readNumbers(everyNth);
        readWords(everyNth);
        double[] nets = net.stream().mapToDouble(Double::doubleValue).toArray();
        int[] quarters = cohorts.stream().mapToInt(Double::intValue).toArray();
        double[] compared = Cohorts.compared(nets, quarters);
        long[] keys = accounts.stream().mapToLong(LensReader::key).toArray();
        int[] periods =
                Periods.of(days.stream().mapToDouble(Double::doubleValue).toArray());
        return based(
                customers,
                everyNth,
                nets,
                nets.length == 0 ? 0 : first[0] / nets.length,
                compared,
                keys,
                periods,
                least);
    }

    private LensBase based(
            long customers,
            int everyNth,
            double[] nets,
            double firstNet,
            double[] compared,
            long[] keys,
            int[] periods,
            int least) {
        List<LensAttribute> attributes = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        List<LensAttribute> suspects = new ArrayList<>();
        FactNames names = new FactNames();
        Leaks leaks = new Leaks(compared);
        List<Map.Entry<Asked, Told>> known = new ArrayList<>(told.entrySet());
        known.sort(Collections.reverseOrder(Map.Entry.comparingByValue((a, b) -> Integer.compare(a.known, b.known))));
        for (Map.Entry<Asked, Told> each : known) {
            Asked asked = each.getKey();
            Told told = each.getValue();
            if (columns.size() < MOST_ATTRIBUTES && told.differs(least)) {
                String fact = names.of(asked.attribute);
                LensAttribute attribute =
                        new LensAttribute(fact, asked.attribute, asked.named, told.spoken, told.number);
                Column column = told.column(fact);
                if (leaks.tooWell(column)) {
                    suspects.add(attribute);
                } else {
                    attributes.add(attribute);
                    columns.add(column);
                }
            }
        }
        return new LensBase(
                customers, everyNth, attributes, columns, nets, firstNet, compared, keys, periods, suspects);
    }

    private void readNumbers(int everyNth) {
        List<Asked> numbers = listed(lens.numbers(), true);
        cells(
                lens.numbers(),
                "max(told.number) %s",
                numbers,
                everyNth,
                (row, place, i) -> told(numbers.get(i)).number(place, row.number(i + 1)));
    }

    private void readWords(int everyNth) {
        List<Asked> words = listed(lens.words(), false).stream()
                .filter(asked -> !told(asked).number) // age is a number already
                .toList();
        cells(lens.words(), "encode(max(told.value) %s)", words, everyNth, (row, place, i) -> {
            String value = row.text(i + 1);
            if (value != null && !value.isBlank()) {
                told(words.get(i)).word(place, value);
            }
        });
    }

    private Told told(Asked asked) {
        Told known = told.get(asked);
        if (known == null) {
            throw new IllegalStateException("nothing is told of " + asked);
        }
        return known;
    }

    /// The attributes a select tells of, in its order.
    private List<Asked> listed(String from, boolean number) {
        List<Asked> listed = new ArrayList<>();
        store.scan(
                Sql.of("select attribute, case when named then 1.0 else 0.0 end, "
                        + (number ? "0.0" : "max(case when spoken then 1.0 else 0.0 end)") + " from " + from
                        + " as told group by attribute, named order by attribute, named"),
                row -> {
                    Asked asked = new Asked(String.valueOf(row.text(0)), row.number(1) > 0);
                    told.computeIfAbsent(asked, _ -> new Told(number)).spoken |= row.number(2) > 0;
                    listed.add(asked);
                });
        return listed;
    }

    private interface Taker {
        void take(Cells row, int place, int attribute);
    }

    /// One row a customer and one column an attribute: reading a row costs more than reading a cell. Of several values
    /// of a customer the highest counts.
    private void cells(String from, String what, List<Asked> asked, int everyNth, Taker taker) {
        if (asked.isEmpty()) {
            return;
        }
        List<Sql> columns = asked.stream()
                .map(each -> Sql.of(
                        what.formatted("filter (where told.attribute = ? and told.named = %s)".formatted(each.named)),
                        each.attribute))
                .toList();
        Sql select = Sql.of("select cast(lens_people.place as double), ")
                .then(Sql.join(columns, ", "))
                .then(Sql.of(
                        " from " + from + " as told inner join lens_people "
                                + "on lens_people.customer_id = told.customer_id "
                                + "where lens_people.lens = ? and lens_people.place % ? = 0 group by lens_people.place",
                        lens.id(),
                        everyNth));
        store.scan(select, row -> {
            int place = (int) row.number(0) / everyNth - 1;
            for (int i = 0; i < asked.size(); i++) {
                taker.take(row, place, i);
            }
        });
    }

    private static long key(String account) {
        return IntStream.range(0, account.length())
                .mapToLong(account::charAt)
                .reduce(0, (key, letter) -> key * 1_000_003 + letter);
    }
}
