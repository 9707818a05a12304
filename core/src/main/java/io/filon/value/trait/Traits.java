package io.filon.value.trait;

import static io.filon.problem.Require.require;

import io.filon.store.Script;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// What was known of each customer at the first purchase: one column a trait, one entry a customer. Nothing in it may
/// be younger than that purchase, or the future would be foretold from itself.
///
/// @param names  of the traits, the most telling first: the last are left out where there are too many combinations
/// @param values of each trait, in the order first met; the value in place 0 is [#UNKNOWN]
/// @param codes  of each trait, by customer: which of its values
@SuppressWarnings("ArrayRecordComponent") // columns of numbers, never compared
public record Traits(List<String> names, List<List<String>> values, int[][] codes) {

    /// Nobody stated it.
    public static final String UNKNOWN = "?";

    public static final Traits NONE = new Traits(List.of(), List.of(), new int[0][]);

    public Traits {
        names = List.copyOf(names);
        values = values.stream().map(List::copyOf).toList();
        require(
                names.size() == values.size() && names.size() == codes.length,
                "%d traits, %d lists of values, %d columns",
                names.size(),
                values.size(),
                codes.length);
    }

    /// From one column a trait; an empty text is a value nobody stated.
    public static Traits of(SequencedMap<String, String[]> columns) {
        List<Column> all = new ArrayList<>();
        columns.forEach((name, column) -> {
            Column one = new Column(column.length);
            for (int i = 0; i < column.length; i++) {
                one.set(i, column[i]);
            }
            all.add(one);
        });
        return of(List.copyOf(columns.keySet()), all);
    }

    /// Makes `first_facts` and reads it.
    ///
    /// @param customers ids, in the order of the entries wanted
    public static Traits of(Store store, List<String> customers) {
        store.build(script());
        Map<String, Integer> place = new HashMap<>(customers.size() * 2);
        for (int i = 0; i < customers.size(); i++) {
            place.put(customers.get(i), i);
        }
        LinkedHashMap<String, Column> columns = new LinkedHashMap<>();
        store.stream(
                Sql.of("select customer_id, attribute, value from first_facts order by place, customer_id"), row -> {
                    Integer customer = place.get(String.valueOf(row.get("customer_id")));
                    if (customer != null) {
                        columns.computeIfAbsent(
                                        String.valueOf(row.get("attribute")), name -> new Column(customers.size()))
                                .set(customer, String.valueOf(row.get("value")));
                    }
                });
        return of(List.copyOf(columns.keySet()), List.copyOf(columns.values()));
    }

    static Script script() {
        return Script.beside(Traits.class, "first_facts");
    }

    private static Traits of(List<String> names, List<Column> columns) {
        return new Traits(
                names,
                columns.stream()
                        .map(column -> List.copyOf(column.values.keySet()))
                        .toList(),
                columns.stream().map(column -> column.codes).toArray(int[][]::new));
    }

    public boolean isEmpty() {
        return names.isEmpty();
    }

    /// The combinations met among some customers, rare values pooled by how often they occur among these alone.
    ///
    /// @param customers their places in the columns
    public Patterns among(int[] customers) {
        return Patterns.of(this, customers);
    }

    /// The same of everybody.
    public Patterns ofAll() {
        int size = isEmpty() ? 0 : codes[0].length;
        int[] all = new int[size];
        Arrays.setAll(all, i -> i);
        return among(all);
    }

    private static final class Column {
        private final LinkedHashMap<String, Integer> values = new LinkedHashMap<>(Map.of(UNKNOWN, 0));
        private final int[] codes;

        Column(int size) {
            codes = new int[size];
        }

        void set(int customer, String value) {
            String told = value.isBlank() ? UNKNOWN : value.strip();
            Integer known = values.putIfAbsent(told, values.size());
            codes[customer] = known == null ? values.size() - 1 : known;
        }
    }
}
