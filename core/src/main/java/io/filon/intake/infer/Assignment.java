package io.filon.intake.infer;

import io.filon.intake.plan.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The columns of a file read as one kind: which role each has, and how well that explains the file.
///
/// @param roles column place to role; a column without a role is not in it
/// @param score higher explains more; 0 when the kind's needs are not met
record Assignment(KindRule rule, Map<Integer, Role> roles, double score) {

    private record Candidate(int column, Role role, double gain) {}

    /// Best matches first; every role once, every column once.
    static Assignment of(KindRule rule, Readings readings, Map<Integer, Role> fixed) {
        List<Candidate> candidates = new ArrayList<>();
        readings.roles()
                .forEach((column, roles) -> roles.forEach((role, match) -> {
                    double importance = rule.roles().getOrDefault(role, 0.0);
                    if (importance > 0) {
                        candidates.add(new Candidate(column, role, match * importance));
                    }
                }));
        candidates.sort(Comparator.comparingDouble(Candidate::gain)
                .reversed()
                .thenComparingInt(Candidate::column)
                .thenComparing(Candidate::role));
        Map<Integer, Role> roles = new LinkedHashMap<>(fixed);
        double score = fixed.values().stream()
                .mapToDouble(role -> rule.roles().getOrDefault(role, 0.0))
                .sum();
        Set<Role> taken = new LinkedHashSet<>(fixed.values());
        for (Candidate candidate : candidates) {
            if (!roles.containsKey(candidate.column) && taken.add(candidate.role)) {
                roles.put(candidate.column, candidate.role);
                score += candidate.gain;
            }
        }
        return new Assignment(rule, roles, met(rule, roles, readings) ? score : 0);
    }

    private static boolean met(KindRule rule, Map<Integer, Role> roles, Readings readings) {
        boolean unique = rule.unique().isEmpty()
                || roles.entrySet().stream()
                        .anyMatch(entry -> rule.unique().contains(entry.getValue())
                                && readings.profile(entry.getKey()).unique());
        boolean spoken = rule.words().isEmpty() || readings.concepts().stream().anyMatch(rule.words()::contains);
        return unique && spoken && rule.satisfiedBy(Set.copyOf(roles.values()));
    }
}
