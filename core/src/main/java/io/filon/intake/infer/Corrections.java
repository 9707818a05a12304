package io.filon.intake.infer;

import io.filon.intake.file.RawTable;
import io.filon.intake.plan.Kind;
import io.filon.intake.plan.Role;
import io.filon.intake.recipe.HeaderWords;
import io.filon.problem.FilonException;
import io.filon.problem.Nearest;
import io.filon.problem.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// What the user says a file or column is; wins over everything that was inferred.
///
/// @param entries in the order said; a later one wins
public record Corrections(List<Entry> entries) {

    /// Names that a sentence lists.
    private static final int LISTED = 12;

    public static final Corrections NONE = new Corrections(List.of());

    /// @param file   as the user names it: the whole name or its last part
    /// @param column header; empty when the whole file is meant
    /// @param word   a role, or a kind when the whole file is meant
    /// @param origin `map` from the command line, `sources` from `sources.yaml`
    public record Entry(String file, String column, String word, String origin) {}

    public Corrections {
        entries = List.copyOf(entries);
    }

    /// From `--map`: `sales.csv:Fecha=ordered_at`, or `sales.csv=order_lines` for the kind.
    ///
    /// @throws FilonException when an entry is not of that form
    public static Corrections of(List<String> maps) {
        List<Entry> entries = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (String map : maps) {
            int equals = map.lastIndexOf('=');
            if (equals < 1 || equals == map.length() - 1) {
                problems.add(Problem.of("map.form", map));
                continue;
            }
            String target = map.substring(0, equals);
            int colon = target.lastIndexOf(':');
            String file = colon < 0 ? target : target.substring(0, colon);
            String column = colon < 0 ? "" : target.substring(colon + 1);
            entries.add(new Entry(
                    file.strip(), column.strip(), map.substring(equals + 1).strip(), "map"));
        }
        if (!problems.isEmpty()) {
            throw new FilonException(problems);
        }
        return new Corrections(entries);
    }

    /// These, then others which win over them.
    public Corrections then(Corrections later) {
        List<Entry> all = new ArrayList<>(entries);
        all.addAll(later.entries);
        return new Corrections(all);
    }

    /// The entries that speak of a file.
    List<Entry> about(RawTable raw) {
        return entries.stream().filter(entry -> names(entry.file, raw)).toList();
    }

    /// Whether a column is said to be something else than the number of an order.
    boolean otherThanOrder(RawTable raw, String header) {
        return about(raw).stream()
                .filter(entry -> !entry.column.isEmpty() && !entry.word.equalsIgnoreCase(Role.ORDER_ID.word()))
                .anyMatch(entry -> column(raw, entry.column)
                        .filter(found -> raw.headers().get(found).equals(header))
                        .isPresent());
    }

    /// The place of a column by its header as written, or by its words; also `#3` for the third.
    static Optional<Integer> column(RawTable raw, String column) {
        int exact = raw.headers().indexOf(column);
        if (exact >= 0) {
            return Optional.of(exact);
        }
        if (column.matches("#\\d{1,4}")) {
            int place = Integer.parseInt(column.substring(1)) - 1;
            return place >= 0 && place < raw.headers().size() ? Optional.of(place) : Optional.empty();
        }
        String squeezed = HeaderWords.squeezed(column);
        int like = raw.headers().stream().map(HeaderWords::squeezed).toList().indexOf(squeezed);
        return like >= 0 && !squeezed.isEmpty() ? Optional.of(like) : Optional.empty();
    }

    /// These, each read anew where the name of a file that is there ends: headers have colons too.
    Corrections among(List<RawTable> tables) {
        return new Corrections(
                entries.stream().map(entry -> placed(entry, tables)).toList());
    }

    private static Entry placed(Entry entry, List<RawTable> tables) {
        String target = entry.file + ':' + entry.column;
        for (int colon = target.indexOf(':'); colon < entry.file.length(); colon = target.indexOf(':', colon + 1)) {
            String file = target.substring(0, colon);
            if (tables.stream().anyMatch(raw -> names(file, raw))) {
                return new Entry(file, target.substring(colon + 1).strip(), entry.word, entry.origin);
            }
        }
        return entry;
    }

    /// @throws FilonException listing every file, column, role or kind that is not known, with the nearest that is
    void check(List<RawTable> tables) {
        List<Problem> problems = new ArrayList<>();
        for (Entry entry : entries) {
            List<RawTable> meant =
                    tables.stream().filter(raw -> names(entry.file, raw)).toList();
            // an old sources.yaml may speak of files that are not given today
            if (meant.isEmpty() && entry.origin.equals("map")) {
                List<String> files =
                        tables.stream().map(raw -> last(raw.file())).toList();
                problems.add(near("map.file", entry.file, files, List.of(entry.file)));
            }
            if (entry.column.isEmpty()) {
                checkKind(entry, problems);
            } else {
                checkColumn(entry, meant, problems);
            }
        }
        if (!problems.isEmpty()) {
            throw new FilonException(problems);
        }
    }

    private static void checkKind(Entry entry, List<Problem> problems) {
        List<String> words = Arrays.stream(Kind.values())
                .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                .toList();
        if (!words.contains(entry.word.toLowerCase(Locale.ROOT))) {
            problems.add(near("map.kind", entry.word, words, List.of(entry.word, entry.file)));
        }
    }

    private static void checkColumn(Entry entry, List<RawTable> meant, List<Problem> problems) {
        if (Role.of(entry.word).isEmpty()) {
            List<String> words = Arrays.stream(Role.values()).map(Role::word).toList();
            problems.add(near("map.role", entry.word, words, List.of(entry.word, entry.file, entry.column)));
        }
        // sources.yaml may remember columns a newer file no longer has
        boolean known = meant.isEmpty()
                || entry.origin.equals("sources")
                || meant.stream().anyMatch(raw -> column(raw, entry.column).isPresent());
        if (!known) {
            List<String> headers = meant.getFirst().headers();
            problems.add(near("map.column", entry.column, headers, List.of(entry.column, entry.file)));
        }
    }

    /// The problem of a word nobody knows: with the nearest that is known, or where none is like it with the first.
    ///
    /// @param values what stands before them in the sentence
    private static Problem near(String code, String word, List<String> known, List<Object> values) {
        Optional<String> like = Nearest.to(word, known);
        String others =
                known.stream().limit(LISTED).collect(Collectors.joining(", ")) + (known.size() > LISTED ? ", …" : "");
        List<Object> all = new ArrayList<>(values);
        all.add(like.orElse(others));
        return new Problem(like.isPresent() ? code : code + ".none", all);
    }

    private static boolean names(String said, RawTable raw) {
        String file = raw.file().replace('\\', '/');
        String name = said.replace('\\', '/');
        return file.equalsIgnoreCase(name)
                || last(file).equalsIgnoreCase(last(name))
                || stem(last(file)).equalsIgnoreCase(stem(last(name)));
    }

    private static String last(String file) {
        return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('!')) + 1);
    }

    private static String stem(String name) {
        return name.replaceAll("(?i)\\.(gz|zip)$", "");
    }
}
