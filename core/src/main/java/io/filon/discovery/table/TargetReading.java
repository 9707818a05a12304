package io.filon.discovery.table;

import io.filon.intake.plan.ValueFormat;
import io.filon.intake.profile.ColumnProfile;
import io.filon.problem.FilonException;
import io.filon.store.Sql;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// How the target is read: as a number, as yes and no, or as one value against all others.
///
/// @param expression the SQL of a number, 1 and 0 for yes and no; null where it is not stated
record TargetReading(String expression) {

    private static final Set<String> YES =
            Set.of("true", "t", "yes", "y", "si", "sí", "s", "verdadero", "won", "ganado", "converted", "x");
    private static final Set<String> NO = Set.of("false", "f", "no", "n", "falso", "lost", "perdido", "not converted");

    static TargetReading of(String file, ColumnProfile profile, ValueFormat format, String positive) {
        if (profile.empty()) {
            throw new FilonException("discover.target_empty", file, profile.header());
        }
        if (!positive.isEmpty()) {
            return oneValue(file, profile, positive);
        }
        if (format instanceof ValueFormat.Numeric) {
            return new TargetReading(CellSql.number(profile, format));
        }
        List<String> values = profile.values().stream()
                .map(value -> value.text().toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
        if (values.size() == 2
                && values.stream().filter(YES::contains).count() == 1
                && values.stream().filter(NO::contains).count() == 1) {
            String yes = values.stream().filter(YES::contains).findFirst().orElseThrow();
            String text = CellSql.text(profile);
            return new TargetReading("case when %s is null then null when lower(%s) = %s then 1.0 else 0.0 end"
                    .formatted(text, text, Sql.literal(yes)));
        }
        String some = profile.values().stream()
                .limit(5)
                .map(ColumnProfile.Value::text)
                .collect(Collectors.joining(", "));
        throw new FilonException("discover.target_text", file, profile.header(), some);
    }

    private static TargetReading oneValue(String file, ColumnProfile profile, String positive) {
        boolean seen = profile.values().stream().anyMatch(value -> value.text().equals(positive));
        if (!seen && profile.distinct() <= profile.values().size()) {
            String some = profile.values().stream()
                    .limit(5)
                    .map(ColumnProfile.Value::text)
                    .collect(Collectors.joining(", "));
            throw new FilonException("discover.no_positive", file, profile.header(), positive, some);
        }
        String text = CellSql.text(profile);
        return new TargetReading("case when %s is null then null when %s = %s then 1.0 else 0.0 end"
                .formatted(text, text, Sql.literal(positive)));
    }
}
