package io.filon.message.draft;

import io.filon.message.evidence.Evidence;
import io.filon.message.evidence.Figure;
import io.filon.message.evidence.Rounded;
import java.util.Set;

/// Which figures are worth saying to a customer: true ones may still be too small to please.
public final class Sayable {

    /// Figures that say what others do: with fewer than two in three, or where it may be under half, they would speak
    /// against us.
    static final Set<String> OF_PEOPLE = Set.of("repurchase", "satisfied", "served", "kept");

    private static final double MOST_PEOPLE = 2 / 3.0;
    private static final double HALF = 0.5;
    private static final double FEWEST_SHARE = 0.05;
    private static final double FEWEST_MONEY = 10;

    private Sayable() {}

    public static boolean is(Evidence evidence) {
        Figure figure = evidence.figure();
        if (figure == null || Rounded.of(figure).isEmpty()) {
            return false;
        }
        if (OF_PEOPLE.contains(evidence.id())) {
            return figure.value() >= MOST_PEOPLE && figure.low() >= HALF;
        }
        return switch (evidence.id()) {
            case "saving_share" -> figure.low() >= FEWEST_SHARE;
            case "saving_money" -> figure.low() >= FEWEST_MONEY;
            default -> true;
        };
    }
}
