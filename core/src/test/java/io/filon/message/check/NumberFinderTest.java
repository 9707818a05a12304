package io.filon.message.check;

import static io.filon.message.evidence.Figure.Unit.COUNT;
import static io.filon.message.evidence.Figure.Unit.DAYS;
import static io.filon.message.evidence.Figure.Unit.HOURS;
import static io.filon.message.evidence.Figure.Unit.MINUTES;
import static io.filon.message.evidence.Figure.Unit.MONEY;
import static io.filon.message.evidence.Figure.Unit.SHARE;
import static io.filon.message.evidence.Figure.Unit.TIMES;
import static io.filon.message.evidence.Figure.Unit.YEARS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.filon.message.evidence.Figure.Unit;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NumberFinderTest {

    @ParameterizedTest
    @MethodSource("spanish")
    void finds_a_number_in_spanish(String text, double value, Unit unit) {
        assertOne(text, false, value, unit);
    }

    @ParameterizedTest
    @MethodSource("english")
    void finds_a_number_in_english(String text, double value, Unit unit) {
        assertOne(text, true, value, unit);
    }

    private static void assertOne(String text, boolean english, double value, Unit unit) {
        List<FoundNumber> found = NumberFinder.in(Plain.of(text), english);

        assertThat(found).as(text).hasSize(1);
        assertThat(found.getFirst().value()).as(text).isCloseTo(value, within(1e-9));
        assertThat(found.getFirst().unit()).as(text).isEqualTo(unit);
    }

    private static Stream<Arguments> spanish() {
        return Stream.of(
                Arguments.of("más del 30 % de ahorro", 0.3, SHARE),
                Arguments.of("un 12,5% menos", 0.125, SHARE),
                Arguments.of("el treinta y cinco por ciento", 0.35, SHARE),
                Arguments.of("La mitad de los clientes", 0.5, SHARE),
                Arguments.of("Dos de cada tres repiten", 2.0 / 3, SHARE),
                Arguments.of("9 de cada 10 clientes", 0.9, SHARE),
                Arguments.of("uno de cada tres", 1.0 / 3, SHARE),
                Arguments.of("tres cuartas partes del día", 0.75, SHARE),
                Arguments.of("un tercio menos", 1.0 / 3, SHARE),
                Arguments.of("Rinde el doble", 2, TIMES),
                Arguments.of("dura 3 veces más", 3, TIMES),
                Arguments.of("rinde x3", 3, TIMES),
                Arguments.of("se triplicó la demanda", 3, TIMES),
                Arguments.of("por 1.234,56 € al año", 1234.56, MONEY),
                Arguments.of("solo 9,90 euros", 9.9, MONEY),
                Arguments.of("1.200 clientes", 1200, COUNT),
                Arguments.of("llega en 24 h", 24, HOURS),
                Arguments.of("en menos de dos días", 2, DAYS),
                Arguments.of("en 2 semanas", 14, DAYS),
                Arguments.of("veinte minutos", 20, MINUTES),
                Arguments.of("desde hace 30 años", 30, YEARS),
                Arguments.of("miles de hogares", 1000, COUNT),
                Arguments.of("un 2x1 de verano", 2, COUNT));
    }

    private static Stream<Arguments> english() {
        return Stream.of(
                Arguments.of("over 30 % off", 0.3, SHARE),
                Arguments.of("thirty-five percent cheaper", 0.35, SHARE),
                Arguments.of("half of our customers", 0.5, SHARE),
                Arguments.of("two out of three come back", 2.0 / 3, SHARE),
                Arguments.of("9 in 10 customers", 0.9, SHARE),
                Arguments.of("a third of the price", 1.0 / 3, SHARE),
                Arguments.of("it lasts twice as long", 2, TIMES),
                Arguments.of("three times the shelf life", 3, TIMES),
                Arguments.of("only $1,234.56 a year", 1234.56, MONEY),
                Arguments.of("45 euros saved", 45, MONEY),
                Arguments.of("two hundred shops", 200, COUNT),
                Arguments.of("in under 3 days", 3, DAYS),
                Arguments.of("thousands of homes", 1000, COUNT));
    }

    @Test
    void words_that_only_look_like_numbers_are_none() {
        assertThat(NumberFinder.in(
                        Plain.of("Un regalo para una amiga, y uno para ti en un mes. De media, ideal."), false))
                .isEmpty();
        assertThat(NumberFinder.in(Plain.of("Once you try one, you are often home. A second cup?"), true))
                .isEmpty();
    }

    @Test
    void knows_an_upper_bound_from_a_lower_one() {
        assertThat(NumberFinder.in(Plain.of("en menos de 5 días, con más de un 20 % y no menos de 3 horas"), false))
                .extracting(FoundNumber::upper)
                .containsExactly(true, false, false);
    }

    @Test
    void what_a_mail_program_fills_in_and_addresses_of_pages_are_not_read() {
        assertThat(NumberFinder.in(Plain.of("Hola {nombre1}, vea https://tienda.example/p/123 hoy"), false))
                .isEmpty();
    }
}
