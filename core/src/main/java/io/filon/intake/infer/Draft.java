package io.filon.intake.infer;

import io.filon.intake.file.RawTable;
import io.filon.intake.infer.amount.MoneyFile;
import io.filon.intake.plan.Kind;
import io.filon.intake.plan.Role;
import io.filon.intake.profile.ColumnProfile;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A file on its way to being understood: the one mutable thing here, filled step by step by [Understanding].
final class Draft implements MoneyFile {

    private static final Set<Role> ASIDE = Set.of(Role.IGNORED, Role.TRAIT, Role.ANSWER);

    final RawTable raw;
    final List<ColumnProfile> profiles;
    final Map<String, String> statuses = new HashMap<>();
    final Map<String, String> settings = new HashMap<>();
    private final Role[] roles;
    private final String[] evidence;
    Kind kind = Kind.UNUSED;
    String recipe = "inferred";
    boolean synthesizeOrders;

    /// Columns of other files that say whether its orders were paid.
    List<ColumnProfile> payments = List.of();

    /// Whether the user says what the file is.
    boolean said;

    /// Whether what each row tells of begins and ends on one day, as a visit or a call does.
    boolean withinDay;

    /// Whether it lists those who sell: people, but no customers.
    boolean ofStaff;

    /// Whether another file tells the same sales and counts instead.
    boolean toldElsewhere;

    Draft(RawTable raw, List<ColumnProfile> profiles) {
        this.raw = raw;
        this.profiles = profiles;
        this.roles = new Role[profiles.size()];
        this.evidence = new String[profiles.size()];
        Arrays.fill(roles, Role.IGNORED);
        Arrays.fill(evidence, "values");
    }

    /// Whether no recipe knew the file.
    boolean inferred() {
        return recipe.equals("inferred");
    }

    /// Whether the file is taken for one of this kind, and neither a recipe nor the user says so.
    boolean guessed(Kind as) {
        return kind == as && inferred() && !said;
    }

    /// Whether it lists sales: orders, or their lines.
    boolean sells() {
        return kind == Kind.ORDERS || kind == Kind.ORDER_LINES;
    }

    @Override
    public RawTable raw() {
        return raw;
    }

    @Override
    public List<ColumnProfile> profiles() {
        return profiles;
    }

    @Override
    public Map<String, String> settings() {
        return settings;
    }

    @Override
    public List<Role> roles() {
        return List.of(roles);
    }

    /// Columns whose role the user says, but for roles that tell nothing about the file.
    Map<Integer, Role> corrections() {
        return telling().stream()
                .map(ColumnProfile::index)
                .filter(this::corrected)
                .collect(Collectors.toMap(column -> column, this::role));
    }

    /// Columns that may tell what the file is: not those that the user sets aside.
    List<ColumnProfile> telling() {
        return profiles.stream()
                .filter(profile -> !corrected(profile.index()) || !ASIDE.contains(role(profile.index())))
                .toList();
    }

    Role role(int column) {
        return roles[column];
    }

    String evidence(int column) {
        return evidence[column];
    }

    @Override
    public boolean corrected(int column) {
        return evidence[column].equals("map") || evidence[column].equals("sources");
    }

    /// Gives a column a role, unless a correction has spoken.
    @Override
    public void assign(int column, Role role, String why) {
        if (!corrected(column)) {
            roles[column] = role;
            evidence[column] = why;
        }
    }

    /// What the user says a column is.
    ///
    /// @param origin `map` or `sources`
    void correct(int column, Role role, String origin) {
        roles[column] = role;
        evidence[column] = origin;
    }

    @Override
    public Optional<ColumnProfile> column(Role role) {
        return profiles.stream()
                .filter(profile -> roles[profile.index()] == role)
                .findFirst();
    }

    boolean has(Role role) {
        return column(role).isPresent();
    }

    boolean hasAny(Role... any) {
        return Stream.of(any).anyMatch(this::has);
    }

    /// Changes one role into another, if the file has it.
    void turn(Role from, Role into, String why) {
        column(from).ifPresent(profile -> assign(profile.index(), into, why));
    }

    @Override
    public List<ColumnProfile> unassigned() {
        return profiles.stream()
                .filter(profile -> roles[profile.index()] == Role.IGNORED && !corrected(profile.index()))
                .toList();
    }
}
