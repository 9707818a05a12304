package io.filon.discovery.lens;

import io.filon.discovery.confirm.Leaks;
import io.filon.discovery.confirm.Periods;
import io.filon.discovery.search.Column;
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
final class LensReader {

    /// More would make the search long and say little more.
    private static final int MOST_ATTRIBUTES = 40;

    private final Store store;
    private final Lens lens;
    private final int most;
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<Asked, Told> told = new LinkedHashMap<>();

    private record Asked(String attribute, boolean named) {}

    /// @param most customers looked at; of more, every n-th
    LensReader(Store store, Lens lens, int most) {
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
            this.numbers = new double[number ? places.size() : 0];
            this.words = new int[number ? 0 : places.size()];
            Arrays.fill(numbers, Double.NaN);
            Arrays.fill(words, -1);
        }

        void number(int place, double value) {
            known += Double.isNaN(numbers[place]) ? 1 : 0;
            numbers[place] = value;
        }

        void word(int place, String value) {
            known += words[place] < 0 ? 1 : 0;
            Integer word = seen.putIfAbsent(value, seen.size());
            words[place] = word == null ? seen.size() - 1 : word;
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
    LensBase read(int least) {
        long customers = store.number(Sql.of("select count(*) from lens_people where lens = ?", lens.id()));
        int everyNth = (int) Math.max(1, (customers + most - 1) / most);
        List<Double> net = new ArrayList<>();
        List<String> accounts = new ArrayList<>();
        List<Double> days = new ArrayList<>();
        List<Double> cohorts = new ArrayList<>();
        double[] first = {0};
        store.scan(
                Sql.of(
                        "select lens_people.customer_id, coalesce(customers.account_id, lens_people.customer_id), "
                                + "cast(lens_people.net as double), cast(lens_people.first_net as double), "
                                + "cast(days_between(date '1970-01-01', lens_people.anchor_on) as double), "
                                + "cast(dense_rank() over (order by lens_people.cohort) - 1 as double) from lens_people "
                                + "left join (select customer_id, min(account_id) as account_id from customers "
                                + "group by customer_id) as customers on customers.customer_id = lens_people.customer_id "
                                + "where lens_people.lens = ? and lens_people.place % ? = 0 order by lens_people.place",
                        lens.id(),
                        everyNth),
                row -> {
                    places.put(String.valueOf(row.text(0)), net.size());
                    accounts.add(String.valueOf(row.text(1)));
                    net.add(row.number(2));
                    first[0] += Double.isNaN(row.number(3)) ? 0 : row.number(3);
                    days.add(row.number(4));
                    cohorts.add(row.number(5));
                });
        readNumbers(everyNth);
        readWords(everyNth);
        double[] nets = net.stream().mapToDouble(Double::doubleValue).toArray();
        int[] quarters = cohorts.stream().mapToInt(Double::intValue).toArray();
        double[] compared = Cohorts.compared(nets, quarters);
        long[] keys = accounts.stream().mapToLong(LensReader::key).toArray();
        int[] periods = Periods.of(days.stream().mapToDouble(Double::doubleValue).toArray());
        return based(
                customers, everyNth, nets, nets.length == 0 ? 0 : first[0] / nets.length, compared, keys, periods, least);
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
                if (Leaks.tooWell(column, compared)) {
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
        store.scan(
                Sql.of(
                        "select told.customer_id, told.attribute, case when told.named then 'y' else 'n' end, told.number "
                                + "from " + lens.numbers() + " as told "
                                + "inner join lens_people on lens_people.customer_id = told.customer_id "
                                + "where lens_people.lens = ? and lens_people.place % ? = 0 "
                                + "order by told.attribute, told.named, lens_people.place, told.number",
                        lens.id(),
                        everyNth),
                row -> of(row.text(1), row.text(2), true).number(place(row.text(0)), row.number(3)));
    }

    private void readWords(int everyNth) {
        store.scan(
                Sql.of(
                        "select told.customer_id, told.attribute, case when told.named then 'y' else 'n' end, told.value, "
                                + "case when told.spoken then 1.0 else 0.0 end from " + lens.words() + " as told "
                                + "inner join lens_people on lens_people.customer_id = told.customer_id "
                                + "where lens_people.lens = ? and lens_people.place % ? = 0 "
                                + "order by told.attribute, told.named, lens_people.place",
                        lens.id(),
                        everyNth),
                row -> {
                    Told words = of(row.text(1), row.text(2), false);
                    String value = row.text(3);
                    if (!words.number && value != null && !value.isBlank()) { // age is a number already
                        words.word(place(row.text(0)), value);
                        words.spoken |= row.number(4) > 0;
                    }
                });
    }

    private Told of(Object attribute, Object named, boolean number) {
        return told.computeIfAbsent(
                new Asked(String.valueOf(attribute), "y".equals(named)), _ -> new Told(number));
    }

    private int place(Object customer) {
        Integer place = places.get(String.valueOf(customer));
        if (place == null) {
            throw new IllegalStateException("no customer " + customer + " in the lens");
        }
        return place;
    }

    private static long key(String account) {
        return IntStream.range(0, account.length())
                .mapToLong(account::charAt)
                .reduce(0, (key, letter) -> key * 1_000_003 + letter);
    }
}
