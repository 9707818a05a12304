package io.filon.intake.infer;

import io.filon.intake.plan.ColumnPlan;
import io.filon.intake.plan.Doubt;
import io.filon.intake.plan.FilePlan;
import io.filon.intake.plan.Role;
import io.filon.intake.plan.ValueFormat;
import io.filon.intake.profile.ColumnProfile;
import io.filon.intake.profile.RoleTypes;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// The currency amounts are in: named by a header or by the cells, else by a currency column, else a bare sign, else
/// assumed.
///
/// @param stated false when nothing names it
record Currency(String code, boolean stated) {

    private static final String ASSUMED = "EUR";

    static Currency of(List<FilePlan> files, List<Draft> drafts, List<Doubt> doubts) {
        Map<String, Long> named = new TreeMap<>();
        for (FilePlan file : files) {
            for (ColumnPlan column : file.columns()) {
                boolean money = RoleTypes.MONEY.contains(column.role());
                if (money
                        && column.format() instanceof ValueFormat.Numeric numeric
                        && !numeric.currency().isEmpty()) {
                    named.merge(numeric.currency(), 1L, Long::sum);
                }
            }
        }
        if (named.isEmpty()) {
            drafts.forEach(draft -> draft.column(Role.CURRENCY).ifPresent(column -> count(draft, column, named)));
        }
        if (!named.isEmpty()) {
            return new Currency(most(named), true);
        }
        boolean dollars = drafts.stream()
                .flatMap(draft -> draft.profiles.stream()
                        .filter(profile -> RoleTypes.MONEY.contains(draft.role(profile.index()))))
                .anyMatch(profile -> profile.share(text -> text.contains("$")) > 0.5);
        String code = dollars ? "USD" : ASSUMED;
        doubts.add(new Doubt(dollars ? "dollar_sign" : "assumed_currency", "", "", 2, List.of(code)));
        return new Currency(code, false);
    }

    // a list of exchange rates names many currencies and says nothing of the sales
    private static void count(Draft draft, ColumnProfile column, Map<String, Long> named) {
        if (draft.kind != io.filon.intake.plan.Kind.RATES) {
            column.values().stream()
                    .filter(value -> value.text().matches("[A-Za-z]{3}"))
                    .forEach(value -> named.merge(value.text().toUpperCase(Locale.ROOT), value.times(), Long::sum));
        }
    }

    private static String most(Map<String, Long> named) {
        return named.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(ASSUMED);
    }
}
