package io.filon.intake.profile;

import io.filon.intake.file.RawTable;
import io.filon.intake.plan.Doubt;
import io.filon.intake.plan.Role;
import io.filon.intake.plan.ValueFormat;
import io.filon.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Decides how every column of a file is read, once its roles are known.
public final class Formats {

    private static final Set<Role> RATES = Set.of(Role.DISCOUNT_RATE, Role.TAX_RATE);

    private final Store store;

    public Formats(Store store) {
        this.store = store;
    }

    /// @param formats one a column, in order
    /// @param doubts  about columns whose role is used
    public record Decided(List<ValueFormat> formats, List<Doubt> doubts) {}

    public Decided of(RawTable raw, List<ColumnProfile> profiles, List<Role> roles) {
        Numbers numbers = new Numbers(raw, profiles);
        Dates dates = new Dates(raw, new DayMonthEvidence(store));
        dates.learn(profiles.stream()
                .filter(profile -> used(roles.get(profile.index())))
                .toList());
        List<ValueFormat> formats = new ArrayList<>();
        for (ColumnProfile profile : profiles) {
            formats.add(format(profile, roles.get(profile.index()), numbers, dates));
        }
        return new Decided(
                formats,
                Stream.concat(numbers.doubts().stream(), dates.doubts().stream())
                        .toList());
    }

    /// How one column of figures is read, in the light of the others.
    public static ValueFormat.Numeric number(RawTable raw, List<ColumnProfile> profiles, ColumnProfile column) {
        return new Numbers(raw, profiles).of(column, false);
    }

    /// Whether the column's values can be days or instants, also as a count.
    public static boolean canBeDate(ColumnProfile profile) {
        return profile.shapes().dates() > 0.85 || Dates.countsTime(profile);
    }

    private static boolean used(Role role) {
        return role != Role.IGNORED && role != Role.ANSWER && role != Role.KEY;
    }

    private static ValueFormat format(ColumnProfile profile, Role role, Numbers numbers, Dates dates) {
        if (RoleTypes.DATES.contains(role)) {
            return dates.of(profile);
        }
        if (RoleTypes.number(role)) {
            return numbers.of(profile, RATES.contains(role));
        }
        if (RoleTypes.FLAGS.contains(role)) {
            return Flags.format(List.of());
        }
        boolean figure = role == Role.TRAIT || role == Role.AGE || role == Role.SATISFACTION;
        if (figure && profile.shapes().dates() > 0.9) {
            return dates.of(profile);
        }
        return figure && profile.shapes().numbers() > 0.95 ? numbers.of(profile, false) : new ValueFormat.Text();
    }
}
