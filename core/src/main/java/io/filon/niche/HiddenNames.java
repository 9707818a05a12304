package io.filon.niche;

import io.filon.segment.Label;
import io.filon.store.Sql;
import io.filon.store.Store;
import io.filon.text.Formats;
import io.filon.text.Messages;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a group that discovery found is called in a list: what its conditions say, without the words around them.
final class HiddenNames {

    private record Said(
            String attribute,
            boolean named,
            boolean spoken,
            String kind,
            String value,
            @Nullable Double low,
            @Nullable Double high) {}

    private final Messages words;
    private final Formats formats;

    private HiddenNames(Locale language) {
        this.words = Messages.of(language);
        this.formats = new Formats(language, "EUR"); // for numbers alone
    }

    static Label of(Store store, String lens, String side, int place) {
        List<Said> conditions = store.query(
                Sql.of(
                        "select attribute, named, spoken, kind, value, low, high from hidden_conditions "
                                + "where lens = ? and side = ? and place = ? order by number",
                        lens,
                        side,
                        place),
                Said.class);
        return new Label(
                new HiddenNames(Locale.of("es", "ES")).joined(conditions),
                new HiddenNames(Locale.US).joined(conditions));
    }

    private String joined(List<Said> conditions) {
        return conditions.stream().map(this::words).collect(Collectors.joining(" · "));
    }

    private String words(Said said) {
        String what = said.named ? said.attribute : words.say("attribute." + said.attribute);
        return switch (said.kind) {
            case "is" -> said.spoken ? what + ": " + words.say("attribute.value." + said.value) : said.value;
            case "not_stated" -> what + " ?";
            case "at_most" -> what + " ≤ " + number(said.high);
            case "above" -> what + " > " + number(said.low);
            case "exactly" -> what + " " + number(said.low);
            default -> what + " " + number(said.low) + "–" + number(said.high);
        };
    }

    private String number(@Nullable Double number) {
        return number == null || Double.isNaN(number) ? "" : formats.number(number, 2);
    }
}
