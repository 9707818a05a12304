package io.filon.intake.profile;

import io.filon.intake.file.RawTable;
import io.filon.intake.plan.Doubt;
import io.filon.intake.plan.Role;
import io.filon.intake.plan.ValueFormat;
import io.filon.store.Store;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Decides how every column of a company's files is read, once its roles are known: first learn from all, then ask.
public final class Formats {

    private static final Set<Role> RATES = Set.of(Role.DISCOUNT_RATE, Role.TAX_RATE, Role.PROFIT_RATE);

    private final Store store;
    private final Map<String, Dates> dates = new LinkedHashMap<>();

    public Formats(Store store) {
        this.store = store;
    }

    /// @param formats one a column, in order
    /// @param doubts  about columns whose role is used
    public record Decided(List<ValueFormat> formats, List<Doubt> doubts) {}

    /// Looks at the dates of a file before any is decided, so that files of one company speak for one another.
    public void learn(RawTable raw, List<ColumnProfile> profiles, List<Role> roles) {
        Dates learned = new Dates(raw, new DayMonthEvidence(store));
        learned.learn(profiles.stream()
                .filter(profile -> used(roles.get(profile.index())))
                .toList());
        dates.put(raw.table(), learned);
    }

    /// @throws IllegalArgumentException when the file was not learned from
    public Decided of(RawTable raw, List<ColumnProfile> profiles, List<Role> roles) {
        Dates own = dates.get(raw.table());
        if (own == null) {
            throw new IllegalArgumentException(raw.table() + " was not learned from");
        }
        Numbers numbers = new Numbers(raw, profiles);
        long balance = dates.values().stream().mapToLong(Dates::balance).sum();
        List<ValueFormat> formats = new ArrayList<>();
        for (ColumnProfile profile : profiles) {
            formats.add(format(profile, roles.get(profile.index()), numbers, own, balance));
        }
        return new Decided(
                formats,
                Stream.concat(numbers.doubts().stream(), own.doubts().stream()).toList());
    }

    /// How one column of figures is read, in the light of the others.
    public static ValueFormat.Numeric number(RawTable raw, List<ColumnProfile> profiles, ColumnProfile column) {
        return new Numbers(raw, profiles).of(column, false);
    }

    /// Whether the column's values can be days or instants, also as a count.
    public static boolean canBeDate(ColumnProfile profile) {
        return profile.shapes().dates() > 0.85
                || Dates.holdsMonths(profile)
                || Dates.countsTime(profile)
                || Dates.mixesCounts(profile);
    }

    /// Whether every cell tells a month and no day.
    public static boolean holdsMonths(ColumnProfile profile) {
        return Dates.holdsMonths(profile);
    }

    private static boolean used(Role role) {
        return role != Role.IGNORED && role != Role.ANSWER && role != Role.KEY;
    }

    private static ValueFormat format(ColumnProfile profile, Role role, Numbers numbers, Dates dates, long balance) {
        if (role == Role.CANCELLED_AT && Flags.sayCancelled(profile)) {
            return Flags.cancelled();
        }
        boolean dayOfRefund = role == Role.IS_RETURN && profile.shapes().dates() > 0.9;
        if (RoleTypes.DATES.contains(role) || dayOfRefund) {
            return dates.of(profile, balance);
        }
        if (RoleTypes.number(role)) {
            return numbers.of(profile, RATES.contains(role));
        }
        if (RoleTypes.FLAGS.contains(role)) {
            return Flags.format(List.of());
        }
        boolean figure = role == Role.TRAIT || role == Role.AGE || role == Role.SATISFACTION || role == Role.MEASURE;
        if (figure && profile.shapes().dates() > 0.9) {
            return dates.of(profile, balance);
        }
        return figure && profile.shapes().numbers() > 0.95 ? numbers.of(profile, false) : new ValueFormat.Text();
    }
}
