package io.filon.intake.infer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.filon.problem.FilonException;
import io.filon.problem.Problem;
import io.filon.store.DuckStore;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What a refusal tells the reader to do.
class RemediesTest {

    @Test
    void names_a_column_that_looks_like_a_day_and_no_time_of_day() {
        assertThat(refused("order,customer,amount,sku,TRANS_TIME\n1,a,5.00,x,1631\n2,b,6.00,y,0915"))
                .containsExactly(Problem.of("plan.no_day", "0.csv"));
        assertThat(refused("order,customer,amount,sku,When\n1,a,5.00,x,yesterday\n2,b,6.00,y,today"))
                .containsExactly(Problem.of("plan.no_date", "0.csv", "ordered_at", "When"));
    }

    @Test
    void says_that_days_are_only_numbered() {
        String rows = IntStream.rangeClosed(1, 60)
                .mapToObj("%1$d,a%1$d,5.00,x,%1$d"::formatted)
                .collect(Collectors.joining("\n"));

        assertThat(refused("order,customer,amount,sku,DAY\n" + rows))
                .containsExactly(Problem.of("plan.day_numbers", "0.csv", "DAY"));
    }

    @Test
    void names_all_files_without_a_day_in_one_sentence() {
        assertThat(refused("aisle_id,aisle\n1,bread\n2,milk", "department_id,department\n1,food\n2,home"))
                .containsExactly(Problem.of("plan.no_day", "0.csv, 1.csv"));
    }

    @Test
    void sends_a_table_of_customers_without_days_to_discover() {
        assertThat(refused("""
                        customerID,gender,Partner,tenure,Contract,MonthlyCharges,Churn
                        7590-V,Female,Yes,1,Month-to-month,29.85,No
                        5575-G,Male,No,34,One year,56.95,No
                        3668-Q,Male,No,2,Month-to-month,53.85,Yes
                        """)).containsExactly(Problem.of("plan.no_date_customers", "0.csv"));
        assertThat(refused("""
                        user_id,visits,plan_code,hour_of_day,days_since_prior,weekday_no
                        1,3,x,8,7.0,1
                        1,4,x,9,7.0,1
                        2,3,y,8,7.0,1
                        """)).containsExactly(Problem.of("plan.no_day", "0.csv"));
    }

    @Test
    void names_no_day_as_the_customer() {
        assertThat(refused("Created,Widget\n2024-01-05,x\n2024-01-06,y"))
                .containsExactly(Problem.of("plan.nothing_named", "0.csv"));
        assertThat(refused("Created,Widget,Buyer id\n2024-01-05,x,7\n2024-01-06,y,7\n2024-01-07,z,8"))
                .containsExactly(Problem.of("plan.nothing", "0.csv", "Buyer id"));
    }

    private List<Problem> refused(String... files) {
        try (DuckStore apart = DuckStore.inMemory()) {
            RawTables tables = new RawTables(apart);
            for (int at = 0; at < files.length; at++) {
                tables.with(at + ".csv", files[at]);
            }
            return catchThrowableOfType(
                            FilonException.class, () -> Understanding.plan(apart, tables.all(), Corrections.NONE))
                    .problems();
        }
    }
}
