package io.filon.discovery.apart;

import io.filon.discovery.apart.Trait.Grade;
import io.filon.stats.permutation.CodeTable;
import io.filon.stats.permutation.Condition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Marks what is said twice: a condition that nearly the same customers meet as a stronger one, and the mirror of a
/// yes-or-no.
final class Alikes {

    /// Shared by half of those who meet either: one story, told once.
    private static final double SAME = 0.5;

    private final CodeTable table;
    private final Map<Condition, long[]> rows = new HashMap<>();
    private final Map<Integer, Long> known = new HashMap<>();

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
        long[] first = rows(one);
        long[] second = rows(other);
        long both = 0;
        long either = 0;
        for (int word = 0; word < first.length; word++) {
            both += Long.bitCount(first[word] & second[word]);
            either += Long.bitCount(first[word] | second[word]);
        }
        boolean mirrored = one.attributeNo() == other.attributeNo() && either == known(one);
        return mirrored || both >= SAME * either;
    }

    /// The rows of a value, a bit each.
    private long[] rows(Value value) {
        return rows.computeIfAbsent(new Condition(value.attributeNo(), value.code()), asked -> {
            long[] bits = new long[(table.rows() + Long.SIZE - 1) / Long.SIZE];
            for (int row = 0; row < table.rows(); row++) {
                if (code(row, value) == value.code()) {
                    bits[row / Long.SIZE] |= 1L << row;
                }
            }
            return bits;
        });
    }

    /// Of how many rows the attribute is known.
    private long known(Value value) {
        return known.computeIfAbsent(
                value.attributeNo(),
                _ -> IntStream.range(0, table.rows())
                        .filter(row -> code(row, value) > 0)
                        .count());
    }

    private byte code(int row, Value value) {
        return table.codes()[row * table.columns() + value.attributeNo()];
    }
}
