package io.filon.message.draft;

import io.filon.message.declared.Proposition;
import io.filon.message.declared.Proposition.Alternative;
import java.util.List;

/// How a capability stands against the alternatives a customer has.
///
/// @param lacking alternatives known not to have it
public record Standing(Grade grade, List<String> lacking) {

    public enum Grade {
        /// None of those named has it.
        UNIQUE,
        /// Some do not have it.
        RARE,
        /// Every one of them can say the same.
        COMMON,
        /// No alternative is named, or it is not known whether they have it.
        NOT_KNOWN
    }

    public Standing {
        lacking = List.copyOf(lacking);
    }

    public static Standing of(String capability, Proposition proposition) {
        List<Alternative> all = proposition.alternatives();
        List<String> lacking = all.stream()
                .filter(alternative -> alternative.lacks().contains(capability))
                .map(Alternative::name)
                .toList();
        if (!lacking.isEmpty()) {
            return new Standing(lacking.size() == all.size() ? Grade.UNIQUE : Grade.RARE, lacking);
        }
        boolean everyone = !all.isEmpty()
                && all.stream().allMatch(alternative -> alternative.has().contains(capability));
        return new Standing(everyone ? Grade.COMMON : Grade.NOT_KNOWN, lacking);
    }

    /// Whether it may be said to set the company apart.
    public boolean sets() {
        return grade == Grade.UNIQUE || grade == Grade.RARE;
    }
}
