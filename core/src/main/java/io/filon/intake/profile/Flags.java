package io.filon.intake.profile;

import io.filon.intake.plan.ValueFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Yes and no in the languages of exports, and as marks.
public final class Flags {

    private static final List<String> YES = List.of(
            "1",
            "true",
            "yes",
            "y",
            "si",
            "sí",
            "s",
            "x",
            "t",
            "verdadero",
            "sim",
            "oui",
            "ja",
            "j",
            "on",
            "1.0",
            "✅",
            "✔",
            "✓");
    private static final Set<String> NO =
            Set.of("0", "false", "no", "n", "f", "falso", "nao", "não", "non", "nein", "off", "0.0", "❌", "✗", "✘");

    /// What else stands under *cancelled* for yes.
    private static final List<String> GONE =
            List.of("c", "cancelled", "canceled", "cancelado", "cancelada", "anulado", "anulada", "void", "voided");

    private Flags() {}

    /// Whether a column says of each row whether it was cancelled, not when.
    public static boolean sayCancelled(ColumnProfile profile) {
        return profile.share(text -> isFlag(text) || GONE.contains(text.toLowerCase(Locale.ROOT))) > 0.9;
    }

    /// Reads what [#sayCancelled] holds of.
    public static ValueFormat.Flag cancelled() {
        return format(GONE);
    }

    static boolean isFlag(String text) {
        return isYes(text) || NO.contains(text.toLowerCase(Locale.ROOT));
    }

    /// Whether a text says yes.
    public static boolean isYes(String text) {
        return YES.contains(text.toLowerCase(Locale.ROOT));
    }

    /// Reads yes words; of others, the given ones count as yes too.
    public static ValueFormat.Flag format(List<String> alsoYes) {
        List<String> all = new ArrayList<>(YES);
        alsoYes.forEach(word -> all.add(word.toLowerCase(Locale.ROOT)));
        return new ValueFormat.Flag(all);
    }
}
