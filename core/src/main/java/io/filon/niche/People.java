package io.filon.niche;

import io.filon.market.evidence.Names;
import io.filon.rule.Catalogue;
import io.filon.rule.Fact;
import io.filon.store.Script;
import io.filon.store.Sql;
import io.filon.store.Store;
import io.filon.value.TraitFacts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/// Everybody on file in columns, by number: `double[people]`; sets of people are bitmaps of these numbers.
final class People {

    static final String FACTS = "niche_facts";

    /// Who is on file for less has not had time to buy.
    static final int MATURE_DAYS = 90;

    private static final Predicate<String> REFERRAL = java.util.regex.Pattern.compile(
                    "recomend|referr|referid|referencia|amig|boca a|word of mouth|friend|invit|padrin")
            .asPredicate();

    /// @param end 1 won, 2 lost, 0 open
    record Deal(int person, @Nullable String want, int day, int end) {}

    /// What one of the first columns says.
    record Column(String fact, Map<String, RoaringBitmap> values) {}

    private final Store store;
    private final int least;
    private final boolean firstYear;
    private final Catalogue catalogue;
    private final List<Row> rows = new ArrayList<>();
    private final List<Deal> deals = new ArrayList<>();
    private final RoaringBitmap everybody = new RoaringBitmap();
    private RoaringBitmap buyers = new RoaringBitmap();
    private RoaringBitmap judged = new RoaringBitmap();
    private RoaringBitmap unwon = new RoaringBitmap();

    /// One customer; see `niche_people.sql`.
    ///
    /// @param firstDays,metDays days since the first purchase, the first contact; -1 when there is none
    record Row(
            int firstDays,
            int metDays,
            boolean lately,
            boolean before,
            boolean judged,
            double net,
            double acquisition,
            double contact,
            double service,
            @Nullable String channel,
            @Nullable String sector,
            @Nullable String account,
            @Nullable String want,
            @Nullable String job) {

        boolean bought() {
            return firstDays >= 0;
        }
    }

    private People(Store store, int least, boolean firstYear, Catalogue catalogue) {
        this.store = store;
        this.least = least;
        this.firstYear = firstYear;
        this.catalogue = catalogue;
    }

    /// Makes the stage's tables and reads them.
    static People read(Store store, int least) {
        boolean firstYear = store.number(Sql.of("select count(*) from buyers cross join run "
                        + "where days_between(buyers.first_order_on, run.as_of) >= 365"))
                >= least;
        store.run(
                Sql.of("create or replace table niche_settings as select cast(? as boolean) as first_year", firstYear));
        Catalogue catalogue = new TraitFacts(store).write(FACTS);
        scripts().forEach(store::stage);
        People people = new People(store, least, firstYear, catalogue);
        store.scan(
                Sql.of(
                        "select first_days, met_days, lately, before, judged, net, acquisition, contact, service, channel, "
                                + "sector, account_id, want, job from niche_people order by person_no"),
                row -> people.rows.add(new Row(
                        whole(row.number(0)),
                        whole(row.number(1)),
                        row.number(2) == 1,
                        row.number(3) == 1,
                        row.number(4) == 1,
                        row.number(5),
                        row.number(6),
                        row.number(7),
                        row.number(8),
                        row.text(9),
                        row.text(10),
                        row.text(11),
                        row.text(12),
                        row.text(13))));
        store.scan(
                Sql.of("select person_no, want, followed_days, ended from niche_deals order by opportunity_id"),
                row -> people.deals.add(
                        new Deal((int) row.number(0), row.text(1), (int) row.number(2), (int) row.number(3))));
        people.everybody.add(0L, people.rows.size());
        people.buyers = people.where(Row::bought);
        people.judged = people.where(Row::judged);
        people.unwon = people.notWon();
        return people;
    }

    /// Every script of the stage, in the order they run.
    static List<Script> scripts() {
        return List.of("niche_want_days", "niche_wants", "niche_people", "niche_deals").stream()
                .map(name -> Script.beside(People.class, name))
                .toList();
    }

    private static int whole(double number) {
        return Double.isNaN(number) ? -1 : (int) number;
    }

    int size() {
        return rows.size();
    }

    boolean firstYear() {
        return firstYear;
    }

    Row row(int person) {
        return rows.get(person);
    }

    List<Deal> deals() {
        return deals;
    }

    /// Whether deals tell who was spoken to; else who is on file does.
    boolean byDeals() {
        return deals.size() >= least;
    }

    RoaringBitmap everybody() {
        return everybody;
    }

    RoaringBitmap buyers() {
        return buyers;
    }

    /// Whose figures are compared.
    RoaringBitmap judged() {
        return judged;
    }

    /// Who was spoken to without buying: an open or lost deal, or on file for three months and no purchase.
    RoaringBitmap unwon() {
        return unwon;
    }

    private RoaringBitmap notWon() {
        if (!byDeals()) {
            return where(row -> !row.bought() && row.metDays() >= MATURE_DAYS);
        }
        RoaringBitmap without = new RoaringBitmap();
        deals.stream().filter(deal -> deal.end() != 1).forEach(deal -> without.add(deal.person()));
        return without;
    }

    RoaringBitmap where(Predicate<Row> holds) {
        RoaringBitmap set = new RoaringBitmap();
        for (int i = 0; i < rows.size(); i++) {
            if (holds.test(rows.get(i))) {
                set.add(i);
            }
        }
        return set;
    }

    /// @param customers a select of `customer_id`
    RoaringBitmap numbers(Sql customers) {
        RoaringBitmap set = new RoaringBitmap();
        store.scan(
                Sql.of("select niche_people.person_no from niche_people join (")
                        .then(customers)
                        .then(Sql.of(") as chosen on chosen.customer_id = niche_people.customer_id")),
                row -> set.add((int) row.number(0)));
        return set;
    }

    /// Who came because another customer spoke of it, and who is on file with what tells so; empty when nothing
    /// does.
    Optional<RoaringBitmap> referred() {
        List<Sql> names = store.query(Sql.of("select distinct name from traits order by name"), Named.class).stream()
                .filter(named -> REFERRAL.test(Names.plain(named.name)))
                .map(named -> Sql.of("?", named.name))
                .toList();
        RoaringBitmap by = where(row -> row.channel != null && REFERRAL.test(Names.plain(row.channel)));
        boolean told = !by.isEmpty() || !names.isEmpty();
        if (!names.isEmpty()) {
            by.or(numbers(Sql.of(
                            "select distinct coalesce(units.unit_id, traits.customer_id) as customer_id from traits "
                                    + "left join units on units.customer_id = traits.customer_id "
                                    + "where coalesce(traits.value, '') not in ('', '0', 'no', 'false') and traits.name in (")
                    .then(Sql.join(names, ", "))
                    .then(Sql.of(")"))));
        }
        return told ? Optional.of(by) : Optional.empty();
    }

    private record Named(String name) {}

    /// A fact of customers as sets of those for whom it says the same; capitals and accents as the file has them.
    Optional<Column> column(String fact) {
        Map<String, RoaringBitmap> values = new LinkedHashMap<>();
        Optional<String> column = catalogue.fact(fact).map(Fact::column);
        if (column.isEmpty()) {
            return Optional.empty();
        }
        store.scan(
                Sql.of(
                        "select niche_people.person_no, known.%s from niche_people join %s as known on known.customer_id = niche_people.customer_id where known.%s is not null order by 1"
                                .formatted(column.get(), FACTS, column.get())),
                row -> values.computeIfAbsent(String.valueOf(row.text(1)), _ -> new RoaringBitmap())
                        .add((int) row.number(0)));
        return Optional.of(new Column(fact, sorted(values)));
    }

    /// The same of what a row says.
    Column column(String fact, java.util.function.Function<Row, @Nullable String> said) {
        Map<String, RoaringBitmap> values = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            String value = said.apply(rows.get(i));
            if (value != null && !value.isBlank()) {
                values.computeIfAbsent(value, _ -> new RoaringBitmap()).add(i);
            }
        }
        return new Column(fact, sorted(values));
    }

    private static Map<String, RoaringBitmap> sorted(Map<String, RoaringBitmap> values) {
        Map<String, RoaringBitmap> sorted = new LinkedHashMap<>();
        new TreeSet<>(values.keySet())
                .forEach(value -> sorted.put(value, values.getOrDefault(value, new RoaringBitmap())));
        return sorted;
    }

    /// Facts in words that a file gives under one of these names.
    List<String> factsNamed(List<String> names) {
        var plain = names.stream().map(People::factName).collect(Collectors.toSet());
        return catalogue.facts().stream()
                .map(Fact::name)
                .filter(plain::contains)
                .sorted()
                .toList();
    }

    private static String factName(String name) {
        return Names.plain(name).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
    }

    /// The days on which each customer bought each thing, in their order, one customer after the other.
    void wants(BiConsumer<Integer, Map<String, List<Integer>>> each) {
        Map<String, List<Integer>> wants = new TreeMap<>();
        int[] last = {-1};
        store.scan(
                Sql.of(
                        "select niche_people.person_no, niche_want_days.want, date_diff('day', date '1970-01-01', bought_on) "
                                + "from niche_want_days join niche_people using (customer_id) "
                                + "order by niche_people.person_no, niche_want_days.bought_on"),
                row -> {
                    if ((int) row.number(0) != last[0] && !wants.isEmpty()) {
                        each.accept(last[0], wants);
                        wants.clear();
                    }
                    last[0] = (int) row.number(0);
                    wants.computeIfAbsent(String.valueOf(row.text(1)), _ -> new ArrayList<>())
                            .add((int) row.number(2));
                });
        if (!wants.isEmpty()) {
            each.accept(last[0], wants);
        }
    }
}
