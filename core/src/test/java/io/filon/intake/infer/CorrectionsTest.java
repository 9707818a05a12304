package io.filon.intake.infer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.filon.intake.plan.FilePlan;
import io.filon.intake.plan.Kind;
import io.filon.intake.plan.Role;
import io.filon.problem.FilonException;
import io.filon.store.DuckStore;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class CorrectionsTest {

    private static final String SALES =
            "order,date,sent,customer,total\n1,2024-01-31,2024-02-01,a,5.00\n2,2024-02-01,2024-02-03,b,6.00";

    @AutoClose
    private final DuckStore store = DuckStore.inMemory();

    @Test
    void win_over_what_was_inferred() {
        FilePlan file = plan(SALES, "sales.csv:sent=ordered_at", "sales.csv:date=ignored");

        assertThat(file.column(Role.ORDERED_AT).orElseThrow().header()).isEqualTo("sent");
        assertThat(file.column(Role.ORDERED_AT).orElseThrow().evidence()).isEqualTo("map");
        assertThat(file.columns().get(1).role()).isEqualTo(Role.IGNORED);
    }

    @Test
    void can_say_what_a_whole_file_is() {
        assertThat(plan(SALES, "sales.csv=order_lines").kind()).isEqualTo(Kind.ORDER_LINES);
    }

    @Test
    void name_all_unknown_words_at_once_with_the_nearest_known() {
        assertThatThrownBy(() -> plan(
                        SALES,
                        "sales.cvs:date=ordered_at",
                        "sales.csv:dat=ordered_at",
                        "sales.csv:date=orderd_at",
                        "sales.csv=ordes"))
                .isInstanceOf(FilonException.class)
                .hasMessageContaining("Did you mean \"sales.csv\"?")
                .hasMessageContaining("Did you mean \"date\"?")
                .hasMessageContaining("Did you mean \"ordered_at\"?")
                .hasMessageContaining("Did you mean \"orders\"?");
    }

    @Test
    void must_be_written_with_an_equals_sign() {
        assertThatThrownBy(() -> plan(SALES, "sales.csv")).hasMessageContaining("--map file.csv:column=role");
    }

    @Test
    void refuse_lines_without_a_date_and_say_how_to_name_it() {
        assertThatThrownBy(() -> plan("order,product,qty,price\n1,a,1,5.00\n1,b,2,3.00\n2,a,1,5.00"))
                .isInstanceOf(FilonException.class)
                .hasMessageContaining("No date found in sales.csv")
                .hasMessageContaining("--map");
    }

    @Test
    void refuse_amounts_that_are_all_zero() {
        assertThatThrownBy(() -> plan("order,date,customer,total\n1,2024-01-31,a,0.00\n2,2024-02-01,b,0"))
                .isInstanceOf(FilonException.class)
                .hasMessageContaining("All amounts of sales.csv, column \"total\", are zero");
    }

    private FilePlan plan(String text, String... maps) {
        return Understanding.plan(
                        store, new RawTables(store).with("sales.csv", text).all(), Corrections.of(List.of(maps)))
                .files()
                .getFirst();
    }
}
