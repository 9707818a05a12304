package io.filon.segment;

import io.filon.store.Sql;
import io.filon.store.Store;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.roaringbitmap.RoaringBitmap;
import org.roaringbitmap.RoaringBitmapWriter;

/// A number for every customer a workspace ever had: `segment_customers`. A number once given is nobody else's, so a
/// set of numbers kept today means the same people next year.
///
/// | state | what happened |
/// |---|---|
/// | `present` | among the customers now |
/// | `merged` | turned out to be another customer, `merged_into` |
/// | `gone` | no longer in the files; comes back under the same number |
/// | `erased` | asked to be forgotten: the number stays, the id does not |
public final class CustomerIndex {

    private final Store store;

    private CustomerIndex(Store store) {
        this.store = store;
    }

    /// The index as it was left.
    public static CustomerIndex kept(Store store) {
        return new CustomerIndex(store);
    }

    /// The index with everybody who is a customer now.
    ///
    /// @param asOf the day of the run, noted with whoever is new or gone
    public static CustomerIndex refreshed(Store store, LocalDate asOf) {
        store.run(Sql.of("create table if not exists segment_customers (customer_no integer, customer_id varchar, "
                + "state varchar, merged_into integer, first_as_of date, changed_on date)"));
        CustomerIndex index = new CustomerIndex(store);
        index.returned(asOf);
        index.arrived(asOf);
        index.merged(asOf);
        index.left(asOf);
        return index;
    }

    private void returned(LocalDate asOf) {
        store.run(Sql.of("""
                update segment_customers set state = 'present', merged_into = null, changed_on = ?
                where state in ('gone', 'merged') and customer_id in (select customer_id from customer_facts)""", asOf));
    }

    private void arrived(LocalDate asOf) {
        store.run(Sql.of("""
                insert into segment_customers
                select
                    cast(row_number() over (order by customer_facts.customer_id) - 1
                        + (select coalesce(max(customer_no) + 1, 0) from segment_customers) as integer),
                    customer_facts.customer_id, 'present', null, ?, ?
                from customer_facts
                left join segment_customers on segment_customers.customer_id = customer_facts.customer_id
                where segment_customers.customer_id is null
                order by customer_facts.customer_id""", asOf, asOf));
    }

    /// Whom the files of today know under another id.
    private void merged(LocalDate asOf) {
        store.run(Sql.of("""
                update segment_customers set state = 'merged', merged_into = other.customer_no, changed_on = ?
                from (
                    select names.key, owner.customer_no
                    from (
                        select key, customer_id from identities
                        union all
                        select customer_id as key, unit_id as customer_id from units
                    ) as names
                    join segment_customers as owner on owner.customer_id = names.customer_id and owner.state = 'present'
                ) as other
                where segment_customers.state in ('present', 'gone') and segment_customers.customer_id = other.key
                    and segment_customers.customer_no <> other.customer_no
                    and segment_customers.customer_id not in (select customer_id from customer_facts)""", asOf));
    }

    private void left(LocalDate asOf) {
        store.run(Sql.of("""
                update segment_customers set state = 'gone', changed_on = ?
                where state = 'present' and customer_id not in (select customer_id from customer_facts)""", asOf));
    }

    /// Forgets who somebody was. Kept sets still count one person more or less; nobody can tell whom.
    ///
    /// @return whether there was such a customer
    public boolean erase(String customerId, LocalDate on) {
        return store.run(Sql.of(
                        "update segment_customers set customer_id = null, state = 'erased', changed_on = ? "
                                + "where customer_id = ?",
                        on,
                        customerId))
                > 0;
    }

    /// The same people by the numbers they have now: who was merged is whom they were merged into, and who is gone or
    /// erased is left out.
    public RoaringBitmap today(RoaringBitmap numbers) {
        return RoaringBitmap.and(oncePerPerson(numbers), in("present"));
    }

    /// The same people, whoever was merged by the number of whom they were merged into.
    public RoaringBitmap oncePerPerson(RoaringBitmap numbers) {
        RoaringBitmap people = RoaringBitmap.andNot(numbers, in("merged"));
        Map<Integer, Integer> into = new HashMap<>();
        store.scan(
                Sql.of("select customer_no, merged_into from segment_customers where state = 'merged'"),
                row -> into.put((int) row.number(0), (int) row.number(1)));
        into.keySet().stream().filter(numbers::contains).forEach(number -> {
            int last = number;
            for (Integer next = into.get(number); next != null; next = into.get(next)) {
                last = next;
            }
            people.add(last);
        });
        return people;
    }

    /// Everybody in one state: `present`, `merged`, `gone` or `erased`.
    public RoaringBitmap in(String state) {
        RoaringBitmap numbers = new RoaringBitmap();
        store.scan(
                Sql.of("select customer_no from segment_customers where state = ? order by customer_no", state),
                row -> numbers.add((int) row.number(0)));
        return numbers;
    }

    public Optional<Integer> number(String customerId) {
        return store.text(Sql.of("select customer_no from segment_customers where customer_id = ?", customerId))
                .map(Integer::valueOf);
    }

    /// One more than the highest number given: how long an array by number has to be.
    public int size() {
        return Math.toIntExact(store.number(Sql.of("select coalesce(max(customer_no) + 1, 0) from segment_customers")));
    }

    /// @param customers a select of `customer_id`; ids that are not in the index are left out
    public RoaringBitmap numbers(Sql customers) {
        RoaringBitmapWriter<RoaringBitmap> writer =
                RoaringBitmapWriter.writer().initialCapacity(16).get();
        store.scan(
                Sql.of("select segment_customers.customer_no from segment_customers join (")
                        .then(customers)
                        .then(Sql.of(") as chosen on chosen.customer_id = segment_customers.customer_id "
                                + "order by segment_customers.customer_no")),
                row -> writer.add((int) row.number(0)));
        RoaringBitmap numbers = writer.get();
        numbers.runOptimize();
        return numbers;
    }

    /// Who is a customer now.
    public RoaringBitmap present() {
        return numbers(Sql.of("select customer_id from customer_facts"));
    }
}
