package io.filon.intake.infer;

import io.filon.intake.infer.words.CurrencyWords;
import io.filon.intake.plan.ColumnPlan;
import io.filon.intake.plan.Doubt;
import io.filon.intake.plan.FilePlan;
import io.filon.intake.plan.Kind;
import io.filon.intake.plan.Role;
import io.filon.intake.plan.ValueFormat;
import io.filon.intake.profile.ColumnProfile;
import io.filon.intake.profile.RoleTypes;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The currency amounts are in: named by a header or by the cells, else by a currency column, else a bare sign, else
/// assumed.
///
/// @param stated false when nothing names it
record Currency(String code, boolean stated) {

    private static final String ASSUMED = "EUR";

    /// `event_params.currency`, `currency_code`.
    private static final Pattern NAMED = Pattern.compile("(?i)(.*[._ ])?currency([._ ]?code)?");

    private static final Pattern BARE = Pattern.compile("^([A-Za-z]{3})$");

    /// A property of that name, or Google's pair of a key and its value.
    private static final Pattern IN_JSON = Pattern.compile(
            "\"currency\"\\s*(?::\\s*|,\\s*\"value\"\\s*:\\s*\\{[^}]*?\"string_value\"\\s*:\\s*)\"([A-Za-z]{3})\"");

    /// A column with more different words than this does not hold currencies.
    private static final int MOST = 500;

    /// Says what the words in a currency column mean, in its file and in those that borrow it. A word that several
    /// currencies share, such as *dollar*, is the workspace's own, unless another currency is named more often.
    static void settle(Store store, List<Draft> drafts, List<Joins.Found> links) {
        Map<String, Long> sure = new TreeMap<>();
        drafts.forEach(draft -> draft.column(Role.CURRENCY).ifPresent(column -> {
            if (column.values().stream().noneMatch(value -> CurrencyWords.known(value.text()))) {
                draft.assign(column.index(), Role.IGNORED, "values");
            } else {
                count(draft, column, CurrencyWords::code, sure);
            }
        }));
        for (Draft draft : drafts) {
            draft.column(Role.CURRENCY).ifPresent(column -> draft.statuses.putAll(words(store, draft, column, sure)));
        }
        for (Joins.Found link : links) {
            Draft target = drafts.get(link.to());
            link.borrowed().stream()
                    .filter(column -> target.role(column) == Role.CURRENCY)
                    .forEach(column -> drafts.get(link.from())
                            .statuses
                            .putAll(words(store, target, target.profiles.get(column), sure)));
        }
    }

    private static Map<String, String> words(Store store, Draft draft, ColumnProfile column, Map<String, Long> sure) {
        Map<String, String> words = new TreeMap<>();
        Sql written =
                Sql.of("select distinct trim(c%1$d) as cell from %2$s where c%1$d is not null order by cell limit %3$d"
                        .formatted(column.index(), Amounts.whole(draft.raw), MOST));
        store.stream(written, row -> {
            String cell = String.valueOf(row.get("cell"));
            CurrencyWords.code(cell)
                    .filter(code -> !code.equalsIgnoreCase(cell)) // which is read as written
                    .or(() -> CurrencyWords.assumed(cell).map(code -> shared(column, code, sure)))
                    .ifPresent(code -> words.put(cell.toLowerCase(Locale.ROOT), code));
        });
        return words;
    }

    private static String shared(ColumnProfile column, String code, Map<String, Long> sure) {
        long others = sure.entrySet().stream()
                .filter(named -> !named.getKey().equals(code))
                .mapToLong(Map.Entry::getValue)
                .sum();
        double share = column.share(text -> CurrencyWords.assumed(text).isPresent());
        return others > share * column.filled() ? code : CurrencyWords.OWN;
    }

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
        Map<String, Long> several = new TreeMap<>();
        if (named.isEmpty()) {
            drafts.forEach(draft -> draft.column(Role.CURRENCY).ifPresent(column -> {
                count(draft, column, CurrencyWords::code, named);
                count(draft, column, CurrencyWords::assumed, several);
            }));
        }
        Map<String, Long> told = ofEvents(drafts);
        if (named.isEmpty() && several.isEmpty()) {
            named.putAll(told);
        }
        if (told.size() > 1) {
            doubts.add(new Doubt("events_currencies", "", "", 1, List.of(String.join(", ", told.keySet()))));
        }
        if (!named.isEmpty() && times(named) >= times(several)) {
            return new Currency(most(named), true);
        }
        return several.isEmpty() ? unnamed(drafts, doubts) : assumed(drafts, most(several), doubts);
    }

    /// What events say in a cell of their own or within the JSON that trackers write.
    private static Map<String, Long> ofEvents(List<Draft> drafts) {
        Map<String, Long> told = new TreeMap<>();
        drafts.stream()
                .filter(draft -> draft.kind == Kind.EVENTS)
                .flatMap(draft -> draft.profiles.stream())
                .forEach(column -> {
                    boolean named = NAMED.matcher(column.header()).matches();
                    column.values().stream()
                            .filter(value -> named || value.text().contains("\"currency\""))
                            .forEach(value -> within(named, value.text())
                                    .ifPresent(code -> told.merge(code, value.times(), Long::sum)));
                });
        return told;
    }

    private static Optional<String> within(boolean named, String cell) {
        Matcher stated = named ? BARE.matcher(cell) : IN_JSON.matcher(cell);
        return stated.find() ? Optional.of(stated.group(1).toUpperCase(Locale.ROOT)) : Optional.empty();
    }

    private static Currency unnamed(List<Draft> drafts, List<Doubt> doubts) {
        boolean dollars = drafts.stream()
                .flatMap(draft -> draft.profiles.stream()
                        .filter(profile -> RoleTypes.MONEY.contains(draft.role(profile.index()))))
                .anyMatch(profile -> profile.header().contains("$") || profile.share(text -> text.contains("$")) > 0.5);
        String code = dollars ? "USD" : ASSUMED;
        doubts.add(new Doubt(dollars ? "dollar_sign" : "assumed_currency", "", "", 2, List.of(code)));
        return new Currency(code, false);
    }

    /// Told only by a word that several currencies share.
    private static Currency assumed(List<Draft> drafts, String code, List<Doubt> doubts) {
        String word = drafts.stream()
                .flatMap(draft -> draft.column(Role.CURRENCY).stream())
                .flatMap(column -> column.values().stream())
                .map(ColumnProfile.Value::text)
                .filter(text -> CurrencyWords.assumed(text).equals(Optional.of(code)))
                .findFirst()
                .orElse(code);
        doubts.add(new Doubt("currency_of_several", "", "", 2, List.of(word, code)));
        return new Currency(code, false);
    }

    // a list of exchange rates names many currencies, and says nothing about those of the sales
    private static void count(
            Draft draft, ColumnProfile column, Function<String, Optional<String>> meaning, Map<String, Long> named) {
        if (draft.kind != Kind.RATES) {
            column.values()
                    .forEach(value ->
                            meaning.apply(value.text()).ifPresent(code -> named.merge(code, value.times(), Long::sum)));
        }
    }

    private static long times(Map<String, Long> named) {
        return named.values().stream().mapToLong(Long::longValue).sum();
    }

    private static String most(Map<String, Long> named) {
        return named.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(ASSUMED);
    }
}
