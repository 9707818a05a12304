package io.filon.segment;

import org.roaringbitmap.RoaringBitmap;

/// A name and a set of customers: what later stages take, wherever the set came from.
///
/// @param numbers of customers in the workspace's index; nobody changes it once it is here
public record Members(String key, RoaringBitmap numbers) {

    public int count() {
        return numbers.getCardinality();
    }

    public boolean contains(int number) {
        return numbers.contains(number);
    }

    /// How many are in both, without making the set.
    public int shared(Members other) {
        return RoaringBitmap.andCardinality(numbers, other.numbers);
    }
}
