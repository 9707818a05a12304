package io.filon.value.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.value.model.covariates.MbgNbdCovariates;
import io.filon.value.trait.Traits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import org.junit.jupiter.api.Test;

/// The program of `docs/how-to/score-customers-from-java.md`: what stands between the marks is what the page shows.
class ScoreFromArraysTest {

    @Test
    void fits_and_scores_from_arrays() {
        int[] repeats = {0, 2, 1, 0, 5, 0, 1, 3, 0, 0, 2, 4, 0, 1, 0, 6, 0, 1, 0, 2, 0, 3, 1, 0};
        int[] lastDays = {0, 213, 12, 0, 260, 0, 80, 150, 0, 0, 30, 240, 0, 45, 0, 200, 0, 10, 0, 90, 0, 220, 7, 0};
        int[] observedDays = new int[24];
        java.util.Arrays.fill(observedDays, 270);

        // begin
        PurchaseHistories histories = PurchaseHistories.of(repeats, lastDays, observedDays);
        double[] orders = new double[0];
        switch (new MbgNbd().fit(histories)) {
            case Fit.Fitted<FittedModel>(FittedModel model) ->
                orders = histories.spread(model.expectedOrders(histories, 365));
            case Fit.TooFew<FittedModel> few -> System.out.println("too few came back: " + few.had());
            case Fit.NotIdentified<FittedModel> lost -> System.out.println("not identified: " + lost.parameter());
        }
        // end

        String[] channels = new String[24];
        java.util.Arrays.fill(channels, "web");
        // begin traits
        LinkedHashMap<String, String[]> known = new LinkedHashMap<>();
        known.put("channel", channels);
        PurchaseHistories apart = histories.with(Traits.of(known).ofAll());
        if (new MbgNbdCovariates().fit(apart) instanceof Fit.Fitted<FittedModel>(FittedModel model)) {
            orders = apart.spread(model.expectedOrders(apart, 365));
        }
        // end traits

        assertThat(orders.length == 0 || orders.length == repeats.length).isTrue();
    }

    @Test
    void the_page_shows_this_program() throws IOException {
        Path root = Path.of("").toAbsolutePath();
        while (!Files.exists(root.resolve("filon"))) {
            root = root.getParent();
        }
        String source =
                Files.readString(root.resolve("core/src/test/java/io/filon/value/model/ScoreFromArraysTest.java"));

        assertThat(Files.readString(root.resolve("docs/how-to/score-customers-from-java.md")))
                .contains(between(source, "// begin\n", "// end\n"))
                .contains(between(source, "// begin traits\n", "// end traits\n"));
    }

    private static String between(String source, String begin, String end) {
        int from = source.indexOf(begin) + begin.length();
        return source.substring(from, source.indexOf(end, from))
                .stripTrailing()
                .stripIndent()
                .strip();
    }
}
