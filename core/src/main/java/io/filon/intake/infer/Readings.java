package io.filon.intake.infer;

import io.filon.intake.plan.Role;
import io.filon.intake.profile.ColumnProfile;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

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
                profiles.stream().collect(Collectors.toMap(ColumnProfile::index, profile -> profile)), roles, concepts);
    }

    ColumnProfile profile(int column) {
        ColumnProfile profile = profiles.get(column);
        if (profile == null) {
            throw new IllegalArgumentException("no column " + column);
        }
        return profile;
    }
}
