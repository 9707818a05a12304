package io.filon.discovery.table;

import io.filon.intake.file.RawTable;
import io.filon.intake.plan.Role;
import io.filon.intake.plan.ValueFormat;
import io.filon.intake.profile.ColumnProfile;
import io.filon.intake.profile.Formats;
import io.filon.intake.profile.Profiler;
import io.filon.problem.FilonException;
import io.filon.problem.Nearest;
import io.filon.problem.Problem;
import io.filon.store.Store;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/// Decides what each column serves for, before any outcome is looked at.
final class ColumnUses {

    private static final Pattern NAMES_IDS = Pattern.compile(
            "(?iu)(.*[ _.-])?(id|ids|uuid|guid|key|number|num|nº|no|code|codigo|código|clave|referencia|ref|email|mail|phone|telefono|teléfono)([ _.-].*)?");
    private static final Pattern NAMES_AREAS = Pattern.compile("(?iu).*(postal|zip|postcode).*|cp|c\\.p\\.");
    private static final Pattern NAMES_CUSTOMERS = Pattern.compile(
            "(?iu)(customer|client|cliente|user|usuario|contact|contacto|account|cuenta|lead|member|socio|household|hogar"
                    + "|person|persona|prospect)s?[ _.-]?(id|key|no|number|code|codigo|código|numero|número|n)");
    private static final Pattern NAMES_PEOPLE = Pattern.compile(
            "(?iu)(customer|client|cliente|user|usuario|contact|contacto|lead|full|first|last)?[ _.-]?(name|nombre)( completo)?"
                    + "|nombre del? (cliente|contacto)|surname|apellidos?");
    /// Numbers by these names are only other words.
    private static final Pattern NAMES_KINDS = Pattern.compile(
            "(?iu)(.*[ _.-]|.*[a-z])?(type|tipo|kind|category|categor[ií]a|regi[oó]n|zona|zone|channel|canal|browser"
                    + "|navegador|system|sistema|store|tienda|department|departamento|device|dispositivo)(e?s)?");
    private static final Pattern ENDS_IN_ID = Pattern.compile(".*[a-z](Id|ID)");

    private static final int MOST_KINDS = 40;

    private final RawTable raw;
    private final TableOptions options;
    private final List<ColumnProfile> profiles;
    private final List<ValueFormat> formats;
    private final List<Use> uses = new ArrayList<>();
    private final List<Warning> warnings = new ArrayList<>();

    ColumnUses(Store store, RawTable raw, TableOptions options) {
        this.raw = raw;
        this.options = options;
        requireColumns();
        this.profiles = new Profiler(store).of(raw);
        Formats formats = new Formats(store);
        List<Role> roles = Collections.nCopies(profiles.size(), Role.TRAIT);
        formats.learn(raw, profiles, roles);
        this.formats = formats.of(raw, profiles, roles).formats();
        profiles.forEach(profile -> uses.add(use(profile)));
    }

    List<Use> uses() {
        return uses;
    }

    List<Warning> warnings() {
        return warnings;
    }

    ColumnProfile profile(int column) {
        return profiles.get(column);
    }

    ValueFormat format(int column) {
        return formats.get(column);
    }

    /// Whether a column tells customers apart by its name.
    boolean hasId() {
        return !options.id().isEmpty()
                || profiles.stream()
                        .anyMatch(profile -> namesIds(profile.header()) && profile.distinct() > profile.filled() / 2);
    }

    private void requireColumns() {
        List<Problem> problems = new ArrayList<>();
        List<String> named = new ArrayList<>(options.exclude());
        named.add(options.target());
        if (!options.id().isEmpty()) {
            named.add(options.id());
        }
        for (String name : named) {
            if (!raw.headers().contains(name)) {
                problems.add(Nearest.to(name, raw.headers())
                        .map(near -> Problem.of("discover.no_column_near", raw.file(), name, near))
                        .orElseGet(() ->
                                Problem.of("discover.no_column", raw.file(), name, String.join(", ", raw.headers()))));
            }
        }
        if (!problems.isEmpty()) {
            throw new FilonException(problems);
        }
    }

    private Use use(ColumnProfile profile) {
        String name = profile.header();
        if (name.equals(options.target())) {
            return Use.TARGET;
        }
        if (name.equals(options.id())) {
            return Use.ID;
        }
        if (options.exclude().contains(name)) {
            return Use.NOTHING;
        }
        if (profile.empty()) {
            return leftOut("empty", name);
        }
        if (options.id().isEmpty() && repeatsCustomers(profile) && !uses.contains(Use.OWNER)) {
            warnings.add(Warning.of("rows", name, profile.distinct(), profile.filled()));
            return Use.OWNER;
        }
        if (NAMES_AREAS.matcher(name).matches()) {
            return words(profile); // its order says nothing
        }
        return switch (formats.get(profile.index())) {
            case ValueFormat.Moment _, ValueFormat.Epoch _, ValueFormat.SpreadsheetDay _ -> {
                warnings.add(Warning.of("date", name));
                yield Use.DATE;
            }
            case ValueFormat.Numeric _ ->
                profile.unique() && profile.shapes().wholes() > 0.99 && namesIds(name)
                        ? leftOut("id", name)
                        : namesKinds(profile) ? Use.WORDS : Use.NUMBER;
            case ValueFormat.Text _, ValueFormat.Flag _ -> words(profile);
        };
    }

    private static boolean repeatsCustomers(ColumnProfile profile) {
        return NAMES_CUSTOMERS.matcher(profile.header()).matches()
                && profile.distinct() > 50
                && profile.distinct() < 0.9 * profile.filled();
    }

    private static boolean namesKinds(ColumnProfile profile) {
        return NAMES_KINDS.matcher(profile.header()).matches()
                && profile.distinct() <= MOST_KINDS
                && profile.shapes().wholes() > 0.99;
    }

    private Use words(ColumnProfile profile) {
        boolean names = namesIds(profile.header())
                || NAMES_PEOPLE.matcher(profile.header()).matches();
        if (names && profile.distinct() > 100) {
            return leftOut("id", profile.header());
        }
        if (profile.distinct() > 100 && profile.distinct() > profile.filled() / 2) {
            return leftOut("free_text", profile.header());
        }
        return Use.WORDS;
    }

    private Use leftOut(String why, String name) {
        warnings.add(Warning.of(why, name));
        return Use.NOTHING;
    }

    private static boolean namesIds(String name) {
        return NAMES_IDS.matcher(name).matches() || ENDS_IN_ID.matcher(name).matches();
    }
}
