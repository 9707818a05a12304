package io.filon.intake.infer;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.intake.plan.Doubt;
import io.filon.intake.plan.FilePlan;
import io.filon.intake.plan.Plan;
import io.filon.intake.plan.Role;
import io.filon.store.DuckStore;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/// Whose each row is: which column names the customer, which only looks like it, and what is said when none does.
class WhoIsWhoTest {

    @AutoClose
    private final DuckStore store = DuckStore.inMemory();

    private final RawTables tables = new RawTables(store);

    @Test
    void what_a_recipe_does_not_know_of_a_customer_is_read_by_its_header() {
        tables.with("customers.csv", """
                        Customer ID,First Name,Last Name,Email,Signup Date,Total Orders,Total Spent,Birthday,Accepts Marketing
                        1,Ana,Gil,a@x.example,2024-01-31,3,120,1980-02-01,yes
                        2,Eva,Paz,e@x.example,2024-02-13,1,20,1975-11-23,no
                        """).with("sales.csv", SALES);

        assertThat(understood(plan(), 0))
                .isEqualTo("customers: Customer ID=customer_id, First Name=first_name, Last Name=last_name, "
                        + "Email=email, Signup Date=created_at, Birthday=birth_on, Accepts Marketing=trait");
    }

    @Test
    void tickets_in_a_known_export_belong_to_who_its_unknown_header_names() {
        tables.with("tickets.csv", """
                        Ticket ID,Requester Email,Created Time,Resolved Time,Type
                        1,a@x.example,2024-01-31 10:00:00,2024-01-31 12:00:00,Question
                        2,e@x.example,2024-02-13 10:00:00,2024-02-13 12:00:00,Incident
                        """).with("sales.csv", SALES);

        Plan plan = plan();

        assertThat(understood(plan, 0))
                .isEqualTo("tickets: Ticket ID=ticket_id, Requester Email=email, Created Time=opened_at, "
                        + "Resolved Time=closed_at, Type=reason");
        assertThat(plan.doubts()).extracting(Doubt::code).doesNotContain("names_nobody");
    }

    @Test
    void tickets_that_name_nobody_are_said_to() {
        tables.with("tickets.csv", """
                        Ticket ID,Created Time,Resolved Time,Type
                        1,2024-01-31 10:00:00,2024-01-31 12:00:00,Question
                        2,2024-02-13 10:00:00,2024-02-13 12:00:00,Incident
                        """).with("sales.csv", SALES);

        assertThat(plan().doubts()).extracting(Doubt::code).contains("names_nobody");
    }

    private static final String SALES = "order,date,customer,total\n1,2024-01-31,a,5.00\n2,2024-02-01,b,6.50";

    private Plan plan() {
        return Understanding.plan(store, tables.all(), Corrections.NONE);
    }

    /// Sixty rows from a pattern: `%1$d` their number, `%2$d` one of 20, `%3$02d` a month, `%4$d` one of 3.
    private static String rows(String header, String pattern) {
        return IntStream.range(0, 60)
                .mapToObj(row -> pattern.formatted(row, row % 20, row / 5 + 1, row % 3, 10 + row % 17))
                .collect(Collectors.joining("\n", header + "\n", ""));
    }

    private static String understood(Plan plan, int at) {
        FilePlan file = plan.files().get(at);
        return file.columns().stream()
                .filter(column -> column.role() != Role.IGNORED)
                .map(column -> column.header() + "=" + column.role().word())
                .collect(Collectors.joining(", ", file.kind().name().toLowerCase(Locale.ROOT) + ": ", ""));
    }
}
