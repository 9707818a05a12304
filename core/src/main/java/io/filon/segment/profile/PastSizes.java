package io.filon.segment.profile;

import java.time.LocalDate;
import java.util.List;

/// How large a segment was on the days a workspace remembers, by its present rule.
///
/// @param today the day it is asked
/// @param sizes oldest first; today's is the last
public record PastSizes(LocalDate today, List<Size> sizes) {

    /// How far apart sizes may lie and still be about as large: half to twice of today's.
    private static final double STEADY = 2;

    /// @param customers 0 or more
    public record Size(LocalDate asOf, long customers) {}

    public PastSizes {
        sizes = List.copyOf(sizes);
    }

    /// Whether there is a size at least that old.
    boolean reaches(int months) {
        return sizes.stream().anyMatch(size -> !size.asOf().isAfter(today.minusMonths(months)));
    }

    /// At no time since then under the smallest size, nor under half or over twice of today's.
    boolean steady(int months, int smallest) {
        long now = sizes.getLast().customers();
        return least(months) >= smallest && least(months) * STEADY >= now && most(months) <= now * STEADY;
    }

    long least(int months) {
        return since(months).stream().mapToLong(Size::customers).min().orElse(0);
    }

    long most(int months) {
        return since(months).stream().mapToLong(Size::customers).max().orElse(0);
    }

    /// The last size at least that old, and all later ones.
    private List<Size> since(int months) {
        LocalDate start = sizes.stream()
                .map(Size::asOf)
                .filter(day -> !day.isAfter(today.minusMonths(months)))
                .max(LocalDate::compareTo)
                .orElse(LocalDate.MIN);
        return sizes.stream().filter(size -> !size.asOf().isBefore(start)).toList();
    }
}
