package io.filon.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.roaringbitmap.RoaringBitmap;

/// Segments made to exclude each other: a customer in several belongs to the first of them.
///
/// @param parts   in their order; no customer is in two
/// @param nobodys customers in none
public record FirstMatch(List<Members> parts, RoaringBitmap nobodys) {

    public FirstMatch {
        parts = List.copyOf(parts);
    }

    /// @param inOrder who comes first wins
    /// @param base    everybody there is; whoever else is in a segment is left out
    public static FirstMatch of(List<Members> inOrder, RoaringBitmap base) {
        RoaringBitmap left = base.clone();
        List<Members> parts = new ArrayList<>();
        for (Members segment : inOrder) {
            RoaringBitmap owned = RoaringBitmap.and(segment.numbers(), left);
            left.andNot(owned);
            parts.add(new Members(segment.key(), owned));
        }
        return new FirstMatch(parts, left);
    }

    /// Whose a customer is; empty for nobody's.
    public Optional<String> owner(int number) {
        return parts.stream()
                .filter(part -> part.contains(number))
                .map(Members::key)
                .findFirst();
    }

    /// How many a segment owns, 0 when it is not one of the order.
    public long owned(String key) {
        return parts.stream()
                .filter(part -> part.key().equals(key))
                .mapToLong(Members::count)
                .sum();
    }
}
