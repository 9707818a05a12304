package io.filon.intake.infer;

import io.filon.intake.plan.Doubt;
import io.filon.intake.recipe.HeaderWords;
import java.util.List;
import java.util.Set;

/// Says why a file is left aside.
final class Unused {

    private static final Set<String> FIELD =
            Set.of("field", "column", "campo", "columna", "variable", "attribute", "atributo", "feature");
    private static final Set<String> MEANING =
            Set.of("description", "descripcion", "definition", "definicion", "meaning", "significado", "explanation");

    private Unused() {}

    /// @return `dictionary` or `no_role`, for the sentence `doubt.unused_` + reason
    static String reason(Draft draft) {
        List<String> words = draft.raw.headers().stream()
                .flatMap(header -> HeaderWords.of(header).stream())
                .toList();
        boolean dictionary = draft.raw.headers().size() <= 6
                && words.stream().anyMatch(FIELD::contains)
                && words.stream().anyMatch(MEANING::contains);
        return dictionary ? "dictionary" : "no_role";
    }

    static Doubt doubt(Draft draft, String reason) {
        return new Doubt("unused_" + reason, draft.raw.file(), "", 3, List.of());
    }
}
