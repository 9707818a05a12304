package io.filon.niche;

import io.filon.store.Sql;
import io.filon.store.Store;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a group that discovery found is called in a list: what its conditions say, without the words around them.
final class HiddenNames {

    private record Said(
            String attribute,
            String kind,
            String value,
            @Nullable Double low,
            @Nullable Double high) {}

    private HiddenNames() {}

    static String of(Store store, String lens, String side, int place) {
        return store
                .query(
                        Sql.of(
                                "select attribute, kind, value, low, high from hidden_conditions "
                                        + "where lens = ? and side = ? and place = ? order by number",
                                lens,
                                side,
                                place),
                        Said.class)
                .stream()
                .map(HiddenNames::words)
                .collect(Collectors.joining(" · "));
    }

    private static String words(Said said) {
        return switch (said.kind) {
            case "is" -> said.value;
            case "not_stated" -> said.attribute + " ?";
            case "at_most" -> said.attribute + " ≤ " + number(said.high);
            case "above" -> said.attribute + " > " + number(said.low);
            case "exactly" -> said.attribute + " " + number(said.low);
            default -> said.attribute + " " + number(said.low) + "–" + number(said.high);
        };
    }

    private static String number(@Nullable Double number) {
        if (number == null || Double.isNaN(number)) {
            return "";
        }
        return number == Math.rint(number) ? String.valueOf(Math.round(number)) : String.valueOf(number);
    }
}
