package io.filon.intake.infer.words;

import io.filon.intake.infer.amount.Equations;
import io.filon.intake.infer.amount.MoneyFile;
import io.filon.intake.lexicon.Lexicon;
import io.filon.intake.plan.Doubt;
import io.filon.intake.plan.Role;
import io.filon.intake.profile.ColumnProfile;
import io.filon.intake.recipe.HeaderWords;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What a list of exchange rates says: what a unit of each currency is worth in the company's own, or how many of them
/// a unit of the own buys.
///
/// Headers tell (`rate_to_eur`, `from_currency` beside `to_currency`); else what the currencies are usually worth,
/// which is said as a doubt where the two readings lie close together.
public final class ExchangeRates {

    /// The setting of a file whose rates are worths.
    private static final String SETTING = "rates";

    private static final String WORTH = "worth";
    private static final String BOUGHT = "bought";

    private static final Set<String> INTO = Set.of("to", "into", "in", "a", "en");
    private static final Set<String> OUT_OF = Set.of("per", "por", "from", "desde", "de");
    private static final Set<String> TARGETS = Set.of("to", "into", "target", "quote", "a", "destino");

    /// The two readings differ by this factor, all currencies together, or neither is sure.
    private static final double APART = 4;

    /// What one unit is worth in euros, roughly.
    private static final Map<String, Double> USUAL = Lexicon.read("currencies.yaml").path("worth").properties().stream()
            .collect(Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, worth -> worth.getValue().asDouble()));

    private final MoneyFile file;
    private final String own;

    private ExchangeRates(MoneyFile file, String own) {
        this.file = file;
        this.own = own;
    }

    /// Whether columns can list rates: of what changes from row to row one at most is a currency, and without days
    /// none comes back.
    public static boolean listed(List<ColumnProfile> columns, boolean dated) {
        return currencies(columns).filter(column -> column.distinct() > 1).count() <= 1
                && (dated || currencies(columns).anyMatch(ColumnProfile::unique));
    }

    /// Of a pair of currencies, the one that changes is whose rate it is.
    public static void settle(MoneyFile file) {
        boolean said = file.column(Role.CURRENCY)
                .filter(column -> file.corrected(column.index()))
                .isPresent();
        if (!said) {
            currencies(file.profiles())
                    .filter(column -> column.distinct() > 1)
                    .forEach(column -> file.move(Role.CURRENCY, column));
        }
    }

    private static Stream<ColumnProfile> currencies(List<ColumnProfile> columns) {
        return columns.stream().filter(column -> !column.empty() && column.share(CurrencyWords::known) == 1);
    }

    /// Settles what the rates are, once the company's own currency is known.
    public static List<Doubt> direct(Store store, MoneyFile file, String own) {
        ExchangeRates rates = new ExchangeRates(file, own);
        Optional<String> told = rates.told();
        Map<String, Double> sizes = told.isPresent() ? Map.of() : rates.sizes(store);
        double apart = rates.apart(sizes);
        String way = told.orElse(apart > 0 ? WORTH : BOUGHT);
        file.settings().put(SETTING, way);
        return Math.abs(apart) >= Math.log(APART)
                ? List.of()
                : sizes.entrySet().stream()
                        .limit(1)
                        .map(rate -> rates.doubt(rate, way))
                        .toList();
    }

    private Optional<String> told() {
        return file.column(Role.RATE)
                .flatMap(rate -> said(HeaderWords.of(rate.header())))
                .or(() -> currencies(file.profiles())
                        .filter(column -> !file.is(column, Role.CURRENCY))
                        .map(base -> HeaderWords.of(base.header()).stream().anyMatch(TARGETS::contains))
                        .map(target -> target ? WORTH : BOUGHT)
                        .findFirst());
    }

    /// `rate_to_eur`, `rate_per_eur`: what stands before the own currency.
    private Optional<String> said(List<String> words) {
        return IntStream.range(1, words.size())
                .filter(at ->
                        CurrencyWords.code(words.get(at)).filter(own::equals).isPresent())
                .mapToObj(at -> words.get(at - 1))
                .filter(word -> INTO.contains(word) || OUT_OF.contains(word))
                .map(word -> INTO.contains(word) ? WORTH : BOUGHT)
                .findFirst();
    }

    /// The usual rate of each other currency, where that of the own is 1.
    private Map<String, Double> sizes(Store store) {
        Map<String, Double> sizes = new TreeMap<>();
        file.column(Role.CURRENCY)
                .ifPresent(code -> file.column(Role.RATE)
                        .ifPresent(rate -> store.stream(
                                Sql.of("select c%d as code, median(%s) as rate from %s group by 1"
                                        .formatted(
                                                code.index(),
                                                Equations.number(file, rate),
                                                Equations.source(file.raw()))),
                                row -> {
                                    if (row.get("rate") instanceof Number number && number.doubleValue() > 0) {
                                        CurrencyWords.code(String.valueOf(row.get("code")))
                                                .ifPresent(named -> sizes.put(named, number.doubleValue()));
                                    }
                                })));
        double one = sizes.getOrDefault(own, 1.0);
        sizes.remove(own);
        sizes.replaceAll((_, rate) -> rate / one);
        return sizes;
    }

    /// How much nearer the rates are to what the currencies are usually worth than to what one buys of them, as a
    /// logarithm; below 0 it is the other way round.
    private double apart(Map<String, Double> sizes) {
        double apart = 0;
        for (Map.Entry<String, Double> rate : sizes.entrySet()) {
            Double worth = USUAL.get(rate.getKey());
            Double unit = USUAL.get(own);
            if (worth != null && unit != null) {
                double usual = Math.log(worth / unit);
                double stated = Math.log(rate.getValue());
                apart += Math.abs(stated + usual) - Math.abs(stated - usual);
            }
        }
        return apart;
    }

    private Doubt doubt(Map.Entry<String, Double> rate, String way) {
        boolean worth = way.equals(WORTH);
        String header = file.column(Role.RATE).map(ColumnProfile::header).orElse("");
        double value = worth ? rate.getValue() : 1 / rate.getValue();
        return new Doubt(
                "rate_direction",
                file.raw().file(),
                header,
                2,
                List.of(rate.getKey(), value, own, "rate_%s_%s".formatted(worth ? "per" : "to", own)));
    }
}
