package io.filon.discovery.apart;

import io.filon.discovery.apart.Trait.Grade;
import io.filon.stats.permutation.CodeTable;
import java.util.ArrayList;
import java.util.List;

/// Marks what is said twice: a condition that nearly the same customers meet as a stronger one, and the mirror of a
/// yes-or-no.
final class Alikes {

    /// Shared by half of those who meet either: one story, told once.
    private static final double SAME = 0.5;

    private final CodeTable table;

    Alikes(CodeTable table) {
        this.table = table;
    }

    /// @param traits the strongest first
    List<Trait> marked(List<Trait> traits) {
        List<Trait> shown = new ArrayList<>();
        List<Trait> result = new ArrayList<>();
        for (Trait trait : traits) {
            if (trait.grade() == Grade.NOTHING) {
                result.add(trait);
                continue;
            }
            Trait said = shown.stream()
                    .filter(other -> other.grade() == trait.grade() && same(trait.value(), other.value()))
                    .findFirst()
                    .orElse(null);
            if (said == null) {
                shown.add(trait);
                result.add(trait);
            } else {
                result.add(trait.like(said.value()));
            }
        }
        return List.copyOf(result);
    }

    private boolean same(Value one, Value other) {
        long both = 0;
        long either = 0;
        long neither = 0;
        for (int row = 0; row < table.rows(); row++) {
            int a = table.codes()[row * table.columns() + one.attributeNo()];
            int b = table.codes()[row * table.columns() + other.attributeNo()];
            boolean first = a == one.code();
            boolean second = b == other.code();
            both += first && second ? 1 : 0;
            either += first || second ? 1 : 0;
            neither += a > 0 && b > 0 && !first && !second ? 1 : 0;
        }
        boolean mirrored = one.attributeNo() == other.attributeNo() && neither == 0;
        return mirrored || both >= SAME * either;
    }
}
