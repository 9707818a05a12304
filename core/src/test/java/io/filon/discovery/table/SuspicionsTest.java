package io.filon.discovery.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.discovery.search.Column;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Columns that may have been written down afterwards are named with the reason; those known before are not.
class SuspicionsTest {

    private static final int ROWS = 4000;

    private final SplittableRandom random = new SplittableRandom(11);
    private final double[] bought = IntStream.range(0, ROWS)
            .mapToDouble(_ -> random.nextInt(5) == 0 ? 1 : 0)
            .toArray();

    @Test
    void the_outcome_under_another_name() {
        assertThat(said(numbers("paid", i -> bought[i] * random.nextInt(20, 90))))
                .containsExactly("leak paid 100", "leak_value paid > 0 100");
    }

    @Test
    void what_is_computed_from_the_outcome_among_other_things() {
        // three in four of those who buy and one in twenty-five of the others: as an average over a site's sales does
        Column value = numbers("value", i -> random.nextDouble() < (bought[i] > 0 ? 0.75 : 0.04) ? 1 : 0);

        assertThat(said(value)).singleElement().asString().startsWith("leak_much value ");
    }

    @Test
    void what_is_filled_in_mostly_for_those_who_buy() {
        Column profile =
                words("profile", i -> random.nextDouble() < (bought[i] > 0 ? 0.6 : 0.2) ? random.nextInt(3) : -1);

        assertThat(said(profile)).singleElement().asString().startsWith("leak_filled profile ");
    }

    @Test
    void a_name_of_what_is_noted_at_the_end_unless_it_tells_nothing() {
        IntUnaryOperator tells = i -> random.nextDouble() < (bought[i] > 0 ? 0.7 : 0.4) ? 1 : 0;

        assertThat(said(words("Lead Status", tells))).containsExactly("leak_name Lead Status");
        assertThat(said(words("Motivo de cierre", tells))).containsExactly("leak_name Motivo de cierre");
        assertThat(said(words("Last Activity", tells))).containsExactly("leak_name Last Activity");
        assertThat(said(words("visits_last_year", tells)))
                .as("a time, not an end")
                .isEmpty();
        assertThat(said(words("último trimestre", tells))).isEmpty();
        assertThat(said(words("Lead Status", _ -> random.nextInt(4)))).isEmpty();
        assertThat(said(words("campaign", tells))).isEmpty();
    }

    @Test
    void one_value_that_nearly_always_buys() {
        Column source = words("source", i -> bought[i] > 0 && random.nextInt(4) == 0 ? 0 : random.nextInt(1, 5));

        assertThat(said(source)).containsExactly("leak_value source = v0 100");
    }

    @Test
    void of_money_the_better_half_counts() {
        double[] worth = IntStream.range(0, ROWS)
                .mapToDouble(i -> Math.exp(random.nextGaussian()))
                .toArray();
        Column note = words("note", i -> random.nextDouble() < (worth[i] > 1 ? 0.7 : 0.3) ? random.nextInt(3) : -1);

        assertThat(new Suspicions(worth, false).of(List.of(note)))
                .extracting(Warning::code)
                .containsExactly("leak_filled");
    }

    private List<String> said(Column column) {
        return new Suspicions(bought, true)
                .of(List.of(column)).stream()
                        .map(warning -> warning.code() + " "
                                + String.join(
                                        " ",
                                        warning.values().stream()
                                                .limit(2)
                                                .map(String::valueOf)
                                                .toList()))
                        .toList();
    }

    private static Column numbers(String name, IntToDoubleFunction value) {
        return new Column.Numbers(
                name, IntStream.range(0, ROWS).mapToDouble(value).toArray());
    }

    private static Column words(String name, IntUnaryOperator place) {
        return new Column.Words(
                name,
                new String[] {"v0", "v1", "v2", "v3", "v4"},
                IntStream.range(0, ROWS).map(place).toArray());
    }
}
