package io.filon.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.filon.intake.SourcesYaml.Correction;
import io.filon.intake.plan.Kind;
import io.filon.problem.FilonException;
import io.filon.store.DuckStore;
import io.filon.text.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesYamlTest {

    @AutoClose
    private final DuckStore store = DuckStore.inMemory();

    @TempDir
    Path folder;

    @Test
    void a_correction_is_read_back() throws IOException {
        Path yaml = folder.resolve("sources.yaml");
        Files.writeString(
                yaml,
                SourcesYaml.updated(
                        new HandMadePlan(store, folder)
                                .text(
                                        "ventas: enero.csv",
                                        Kind.ORDERS,
                                        "año,importe\n2024-01-01,\"1,5\"\n",
                                        "año = ordered_at %Y-%m-%d",
                                        "importe = amount , EUR")
                                .plan(),
                        yaml));

        Files.writeString(yaml, Files.readString(yaml).replace("role: amount", "role: order_total"));

        assertThat(SourcesYaml.read(yaml))
                .containsExactly(
                        new Correction("ventas: enero.csv", "", "orders"),
                        new Correction("ventas: enero.csv", "año", "ordered_at"),
                        new Correction("ventas: enero.csv", "importe", "order_total"));
        assertThat(Files.readString(yaml)).contains("format: '%Y-%m-%d'").contains("1,23 EUR");
    }

    @Test
    void says_where_it_cannot_be_understood() throws IOException {
        Path yaml = Files.writeString(folder.resolve("sources.yaml"), "files:\n  - file: a\n    colour: red\n");

        assertThatThrownBy(() -> SourcesYaml.read(yaml))
                .isInstanceOf(FilonException.class)
                .hasMessageContaining("sources.yaml, line 3: \"colour\" is not known. Here may stand: ")
                .hasMessageNotContaining("Unrecognized");
    }

    @Test
    void is_not_needed() {
        assertThat(SourcesYaml.read(folder.resolve("none.yaml"))).isEmpty();
    }

    @Test
    void one_row_is_said_in_the_singular() {
        for (String said : List.of("duplicate_rows", "cells_unreadable", "negative_amounts", "orphans", "days_ahead")) {
            for (Locale language : List.of(Locale.ENGLISH, Locale.forLanguageTag("es"))) {
                Messages messages = Messages.of(language);
                assertThat(messages.say("doubt." + said, 1L, "a")).containsPattern("1 (row|fila)\\b");
                assertThat(messages.say("doubt." + said, 2L, "a")).containsPattern("2 (rows|filas)\\b");
            }
        }
    }

    @Test
    void every_reason_to_reject_a_row_has_its_words() {
        for (String reason : List.of("date_unreadable", "amount_missing", "id_missing", "currency_without_rate")) {
            assertThat(Messages.of(Locale.ENGLISH).has("intake.rejected." + reason))
                    .isTrue();
        }
    }
}
