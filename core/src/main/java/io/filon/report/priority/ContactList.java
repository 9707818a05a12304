package io.filon.report.priority;

import io.filon.priority.Plan;
import io.filon.report.CsvCells;
import io.filon.report.Language;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Whom to contact, and whom to leave alone so that it can be known what contacting earns. Every customer is named
/// once.
public final class ContactList {

    private static final char BYTE_ORDER_MARK = '\ufeff';

    /// @param draw where chance puts the customer: the first of a group's best are held out
    private record Person(String customerId, @Nullable String email, String segment, double orderWorth, String draw) {}

    private final Language lang;
    private final CsvCells cells;

    public ContactList(Language language) {
        this.lang = language;
        this.cells = CsvCells.of(language.locale());
    }

    /// @param priority whose names the segments have
    public String write(Plan plan, Priority priority, Store store) {
        StringBuilder out = new StringBuilder().append(BYTE_ORDER_MARK);
        out.append(cells.line(Stream.of("customer", "email", "segment", "arm", "worth")
                .map(column -> lang.say("priority.list." + column))
                .toList()));
        for (Plan.Share share : plan.shares()) {
            String name = priority.matrix().stream()
                    .filter(line -> line.segment().equals(share.segment()))
                    .map(line -> lang.say(line.name()))
                    .findFirst()
                    .orElse(share.segment());
            for (Person person : best(store, share)) {
                out.append(line(person, name));
            }
        }
        return out.toString();
    }

    private String line(Person person, String segment) {
        String email = person.email;
        boolean held = person.draw.startsWith("held");
        return cells.line(List.of(
                person.customerId,
                email == null || held ? "" : email,
                segment,
                lang.say(held ? "priority.arm.held_out" : "priority.arm.contact"),
                cells.amount(BigDecimal.valueOf(person.orderWorth))));
    }

    /// The best of the segment, contacted or held out; who is held out is drawn by a hash that no one chooses.
    private static List<Person> best(Store store, Plan.Share share) {
        if (share.contacts() == 0) {
            return List.of();
        }
        List<Person> best = new ArrayList<>(
                store.query(Sql.of("""
                        with mails as (
                            select coalesce(units.unit_id, customers.customer_id) as customer_id, min(customers.email) as email
                            from customers left join units on units.customer_id = customers.customer_id
                            group by coalesce(units.unit_id, customers.customer_id)
                        )
                        select priority_people.customer_id, mails.email, priority_people.segment,
                            priority_people.order_worth,
                            md5(priority_people.customer_id || cast(run.as_of as varchar)) as draw
                        from priority_people
                        cross join run
                        left join mails on mails.customer_id = priority_people.customer_id
                        where priority_people.segment = ? and not priority_people.refused
                        order by priority_people.order_worth desc, priority_people.customer_id limit ?""", share.segment(), share.contacts() + share.heldOut()), Person.class));
        best.sort(Comparator.comparing(Person::draw));
        for (int i = 0; i < Math.min(best.size(), share.heldOut()); i++) {
            Person held = best.get(i);
            best.set(i, new Person(held.customerId, held.email, held.segment, held.orderWorth, "held"));
        }
        best.sort(Comparator.comparingDouble(Person::orderWorth).reversed().thenComparing(Person::customerId));
        return best;
    }
}
