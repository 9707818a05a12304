package io.filon.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RegionsTest {

    @Test
    void says_costo_in_america_and_coste_in_spain() {
        for (String tag : new String[] {"es-MX", "es-AR", "es-CO"}) {
            assertThat(messages(tag).say("glossary.contribution.text")).contains("costo de servir");
        }
        assertThat(messages("es-ES").say("glossary.contribution.text")).contains("coste de servir");
        assertThat(messages("es").say("glossary.contribution.text")).contains("coste de servir");
    }

    @Test
    void changes_whole_words_only_and_keeps_capitals() {
        RegionalWords words = new RegionalWords(Map.of("coste", "costo"));

        assertThat(words.in("Coste, coste y costero: descoste")).isEqualTo("Costo, costo y costero: descoste");
    }

    @Test
    void writes_money_as_each_region_does() {
        assertThat(exact("es-ES", "EUR")).isEqualTo("1.234,56\u00a0€");
        assertThat(exact("es-MX", "MXN")).isEqualTo("$1,234.56");
        assertThat(exact("es-CO", "COP")).isEqualTo("$\u00a01.234,56");
        assertThat(exact("es-MX", "EUR")).isEqualTo("EUR\u00a01,234.56");
        assertThat(exact("en-US", "USD")).isEqualTo("$1,234.56");
    }

    private static String exact(String tag, String currency) {
        return new Formats(Locale.forLanguageTag(tag), currency).exactMoney(new BigDecimal("1234.56"));
    }

    private static Messages messages(String tag) {
        return Messages.of(Locale.forLanguageTag(tag));
    }
}
