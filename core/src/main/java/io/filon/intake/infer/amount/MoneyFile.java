package io.filon.intake.infer.amount;

import io.filon.intake.file.RawTable;
import io.filon.intake.plan.Role;
import io.filon.intake.profile.ColumnProfile;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A file on its way to being understood, as far as its money goes.
public interface MoneyFile {

    /// Columns without a role that a sum is tried with: with more of them, one holds by chance.
    int MOST_TRIED = 6;

    RawTable raw();

    List<ColumnProfile> profiles();

    /// Switches of the file, to be added to; see [io.filon.intake.plan.FilePlan].
    Map<String, String> settings();

    Optional<ColumnProfile> column(Role role);

    /// The role of every column, in their order.
    List<Role> roles();

    /// Whether the user has said what the column is.
    boolean corrected(int column);

    /// Gives a column a role, unless a correction has spoken.
    void assign(int column, Role role, String why);

    /// Columns that nothing was read in yet.
    List<ColumnProfile> unassigned();

    /// The column of a role, unless all it holds is 0 or nothing: that takes part in no sum.
    default Optional<ColumnProfile> sum(Role role) {
        return column(role).filter(profile -> !profile.empty() && !allZero(profile));
    }

    default List<ColumnProfile> figures(Role... also) {
        return figures(MOST_TRIED, also);
    }

    /// The columns of the roles given, then those without a role that could be money, figures with cents first.
    default List<ColumnProfile> figures(int most, Role... also) {
        Stream<ColumnProfile> free = unassigned().stream()
                .filter(profile ->
                        profile.shapes().numbers() > 0.95 && profile.shapes().dates() < 0.9)
                .filter(profile -> profile.shapes().wholes() < 1 || profile.maxLength() <= 9)
                .filter(profile -> !allZero(profile))
                // figures with cents before years, numbers and rates
                .sorted(Comparator.comparing(profile -> profile.shapes().wholes() == 1))
                .limit(most);
        return Stream.concat(Stream.of(also).flatMap(role -> sum(role).stream()), free)
                .toList();
    }

    default boolean is(ColumnProfile column, Role role) {
        return column(role).filter(column::equals).isPresent();
    }

    default void settle(ColumnProfile column, Role role) {
        assign(column.index(), role, "values");
    }

    /// Takes the role from the column that had it before.
    default void move(Role role, ColumnProfile column) {
        column(role).filter(old -> !old.equals(column)).ifPresent(old -> settle(old, Role.IGNORED));
        settle(column, role);
    }

    /// Whether no figure in the column is other than 0.
    static boolean allZero(ColumnProfile profile) {
        return profile.distinct() <= 3 && profile.share(text -> text.matches("[^1-9]*")) == 1;
    }
}
