package io.filon.intake.infer;

import io.filon.intake.plan.Kind;
import io.filon.intake.plan.Role;
import io.filon.intake.profile.ColumnProfile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The columns of a file read as one kind: which role each has, and how well that explains the file.
///
/// @param roles column place to role; a column without a role is not in it
/// @param score higher explains more; 0 when the kind's needs are not met
record Assignment(KindRule rule, Map<Integer, Role> roles, double score) {

    /// A number that no two lines share is hardly the order's, where another column could be it.
    private static final double LINE = 0.95;

    private record Candidate(int column, Role role, double gain) {}

    /// Best matches first; every role once, every column once.
    static Assignment of(KindRule rule, Readings readings, Map<Integer, Role> fixed) {
        List<Candidate> candidates = new ArrayList<>();
        readings.roles()
                .forEach((column, roles) -> roles.forEach((role, match) -> {
                    double importance = rule.roles().getOrDefault(role, 0.0);
                    if (importance > 0) {
                        boolean ofLine = rule.kind() == Kind.ORDER_LINES
                                && role == Role.ORDER_ID
                                && readings.profile(column).unique();
                        candidates.add(new Candidate(column, role, match * importance * (ofLine ? LINE : 1)));
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

    /// What each column of a file could be, by its header and its values, whatever the file is.
    ///
    /// @param roles    column to roles with how well each fits, 0.4..1
    /// @param concepts all that the headers speak of
    record Readings(Map<Integer, ColumnProfile> profiles, Map<Integer, Map<Role, Double>> roles, Set<String> concepts) {

        /// Less than this is no reading.
        private static final double LEAST = 0.4;

        static Readings of(List<ColumnProfile> profiles, Lexicon lexicon) {
            Map<Integer, Map<Role, Double>> roles = new LinkedHashMap<>();
            Set<String> concepts = new HashSet<>();
            for (ColumnProfile profile : profiles) {
                Map<Role, Double> fitting = new LinkedHashMap<>();
                lexicon.roles(profile.header()).forEach((role, match) -> {
                    double fit = match * Fit.of(role, profile);
                    if (fit >= LEAST) {
                        fitting.put(role, fit);
                    }
                });
                roles.put(profile.index(), fitting);
                concepts.addAll(lexicon.concepts(profile.header()));
            }
            return new Readings(
                    profiles.stream().collect(Collectors.toMap(ColumnProfile::index, profile -> profile)),
                    roles,
                    concepts);
        }

        ColumnProfile profile(int column) {
            ColumnProfile profile = profiles.get(column);
            if (profile == null) {
                throw new IllegalArgumentException("no column " + column);
            }
            return profile;
        }
    }
}
