package io.filon.fit;

import io.filon.store.Script;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The customers of a workspace at their first contact, buyers or not: what was known of each then, and what each left
/// in as many days for all. Needs the tables of *value* and of [io.filon.discovery.lens].
public final class ContactLeads {

    /// Of more, every n-th: a filter learns no more from the rest.
    private static final int MOST = 60_000;

    private ContactLeads() {}

    /// Empty where a workspace knows of hardly anybody who made contact and did not buy.
    public static Leads read(Store store) {
        store.build(script());
        store.run(Sql.of(
                "create or replace temp table fit_looked_at as select fit_contacts.* from fit_contacts "
                        + "cross join (select 1 + count(*) // ? as nth from fit_contacts) as every "
                        + "qualify row_number() over (order by contact_on, customer_id) % every.nth = 0",
                MOST));
        Map<String, Integer> places = new LinkedHashMap<>();
        List<Leads.Column> columns = new ArrayList<>();
        store.scan(
                Sql.of("select distinct attribute from contact_traits where value is not null order by attribute"),
                row -> {
                    String name = String.valueOf(row.text(0));
                    places.put(name, columns.size());
                    columns.add(new Leads.Column(Keys.of(name), name));
                });
        Map<String, List<@Nullable String>> cells = new LinkedHashMap<>();
        List<Leads.Lead> leads = new ArrayList<>();
        store.scan(
                Sql.of(
                        "select customer_id, cast(days_between(date '1970-01-01', contact_on) as double), cast(net as double), "
                                + "cast(sales as double) from fit_looked_at order by contact_on, customer_id"),
                row -> {
                    List<@Nullable String> known = new ArrayList<>();
                    columns.forEach(column -> known.add(null));
                    String id = String.valueOf(row.text(0));
                    cells.put(id, known);
                    double sales = row.number(3);
                    leads.add(new Leads.Lead(
                            id,
                            (long) row.number(1),
                            sales > 0 ? Leads.Outcome.WON : Leads.Outcome.LOST,
                            row.number(2),
                            sales > 0 ? sales : Double.NaN,
                            known));
                });
        store.scan(
                Sql.of(
                        "select encode(customer_id), encode(attribute), encode(value) from contact_traits where value is not null "
                                + "and customer_id in (select customer_id from fit_looked_at)"),
                row -> {
                    List<@Nullable String> known = cells.get(String.valueOf(row.text(0)));
                    Integer place = places.get(String.valueOf(row.text(1)));
                    if (known != null && place != null) {
                        known.set(place, row.text(2));
                    }
                });
        return new Leads(columns, leads);
    }

    static Script script() {
        return Script.beside(ContactLeads.class, "fit_contacts");
    }
}
