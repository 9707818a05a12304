package io.filon.report.effort;

import io.filon.report.effort.Effort.EffortRow;
import io.filon.report.effort.Effort.PaidChannel;
import io.filon.report.effort.Effort.Spending;
import io.filon.store.Sql;
import io.filon.store.Store;
import io.filon.text.Phrase;
import io.filon.workspace.Persona;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads what the stage *value* counted of effort into [Effort].
public final class EffortTables {

    /// Channels shown; the others are one row together.
    private static final int CHANNELS = 12;

    /// Effort under this part of the contribution tells nothing about whom it goes to.
    private static final double HARDLY = 0.01;

    private static final List<String> PLAIN = List.of("unattributed", "no_persona", "other");

    private record Window(LocalDate fromOn, LocalDate toOn) {}

    private record Share(
            String dimension,
            String name,
            long customers,
            long stars,
            BigDecimal contribution,
            BigDecimal acquisition,
            BigDecimal discounts,
            BigDecimal freeShipping,
            BigDecimal returnsHandled,
            BigDecimal service,
            BigDecimal contacts) {

        Spending spending() {
            return new Spending(acquisition, discounts, freeShipping, returnsHandled, service, contacts);
        }

        BigDecimal spent() {
            return spending().sum();
        }

        Share named(String other) {
            return new Share(
                    dimension,
                    other,
                    customers,
                    stars,
                    contribution,
                    acquisition,
                    discounts,
                    freeShipping,
                    returnsHandled,
                    service,
                    contacts);
        }

        Share plus(Share more) {
            return new Share(
                    dimension,
                    name,
                    customers + more.customers,
                    stars + more.stars,
                    contribution.add(more.contribution),
                    acquisition.add(more.acquisition),
                    discounts.add(more.discounts),
                    freeShipping.add(more.freeShipping),
                    returnsHandled.add(more.returnsHandled),
                    service.add(more.service),
                    contacts.add(more.contacts));
        }
    }

    private record Economics(
            String channel,
            BigDecimal spent,
            @Nullable Long clicks,
            @Nullable Long contacts,
            long customers,
            BigDecimal netSales,
            BigDecimal contribution,
            long knownCustomers,
            BigDecimal knownSpent,
            long stars,
            @Nullable Long paybackMonths,
            @Nullable Long followedMonths,
            @Nullable Double claimedRoas) {}

    private record Named(String channel, String name) {}

    private final Store store;
    private final Map<String, Double> budgets;

    public EffortTables(Store store, List<Persona> personas) {
        this.store = store;
        this.budgets = personas.stream()
                .filter(persona -> persona.budgetShare() != null)
                .collect(Collectors.toMap(Persona::name, persona -> persona.budgetShare()));
    }

    public Effort effort() {
        Window window = store.read("star_window", Window.class).getFirst();
        List<Share> shares = store.read("effort_shares", Share.class);
        Share whole = shares.stream()
                .filter(share -> share.dimension.equals("group"))
                .reduce(Share::plus)
                .orElseGet(() -> nothing("group"));
        List<PaidChannel> channels = channels();
        boolean none = whole.spent().signum() == 0;
        boolean silent = none
                || whole.spent().doubleValue()
                        < HARDLY * whole.contribution.abs().doubleValue();
        Phrase why = none
                ? Phrase.of("effort.why.no_effort")
                : Phrase.of("effort.why.hardly", new Phrase.Value.Money(whole.spent()));
        return new Effort(
                window.fromOn,
                window.toOn,
                whole.spent(),
                whole.contribution,
                silent ? List.of() : rows(shares, whole),
                channels,
                missing(whole),
                silent ? why : null);
    }

    private List<EffortRow> rows(List<Share> shares, Share whole) {
        Map<String, String> names = names();
        List<EffortRow> rows = new ArrayList<>();
        for (String dimension : List.of("group", "stage", "persona")) {
            shares.stream()
                    .filter(share -> share.dimension.equals(dimension))
                    .sorted(mostFirst())
                    .forEach(share -> rows.add(row(share, whole)));
        }
        List<Share> channels = few(shares.stream()
                .filter(share -> share.dimension.equals("channel"))
                .map(share -> share.named(names.getOrDefault(share.name, share.name)))
                .sorted(mostFirst())
                .toList());
        if (channels.stream().anyMatch(channel -> !PLAIN.contains(channel.name))) {
            channels.forEach(share -> rows.add(row(share, whole)));
        }
        return rows;
    }

    /// What nobody known is paid for comes last.
    private static Comparator<Share> mostFirst() {
        return Comparator.comparing((Share share) -> PLAIN.contains(share.name))
                .thenComparing(Share::spent, Comparator.reverseOrder())
                .thenComparing(Share::contribution, Comparator.reverseOrder())
                .thenComparing(Share::name);
    }

    private static List<Share> few(List<Share> channels) {
        List<Share> known =
                channels.stream().filter(share -> !PLAIN.contains(share.name)).toList();
        List<Share> shown = new ArrayList<>(known.subList(0, Math.min(CHANNELS, known.size())));
        known.stream().skip(CHANNELS).reduce(Share::plus).ifPresent(rest -> shown.add(rest.named("other")));
        channels.stream().filter(share -> PLAIN.contains(share.name)).forEach(shown::add);
        return shown;
    }

    private EffortRow row(Share share, Share whole) {
        return new EffortRow(
                share.dimension,
                share.name,
                share.customers,
                share.stars,
                share.spent(),
                part(share.spent(), whole.spent()),
                share.contribution,
                part(share.contribution, whole.contribution),
                part(share.acquisition, whole.acquisition),
                share.dimension.equals("persona") ? budgets.get(share.name) : null,
                share.spending());
    }

    private static List<String> missing(Share whole) {
        List<BigDecimal> amounts = whole.spending().amounts();
        List<String> missing = new ArrayList<>();
        for (int i = 0; i < amounts.size(); i++) {
            if (amounts.get(i).signum() == 0) {
                missing.add(Effort.KINDS.get(i));
            }
        }
        return missing;
    }

    private List<PaidChannel> channels() {
        Map<String, String> names = names();
        List<Economics> rows = store.read("channel_economics", Economics.class);
        BigDecimal whole = rows.stream().map(Economics::spent).reduce(BigDecimal.ZERO, BigDecimal::add);
        return rows.stream().map(row -> channel(row, names, whole)).toList();
    }

    private static PaidChannel channel(Economics row, Map<String, String> names, BigDecimal whole) {
        return new PaidChannel(
                names.getOrDefault(row.channel, row.channel),
                row.spent,
                part(row.spent, whole),
                row.clicks,
                row.contacts,
                row.contacts == null ? null : each(row.spent, row.contacts),
                row.customers,
                each(row.spent, row.customers),
                row.knownCustomers,
                row.stars,
                each(row.knownSpent, row.stars),
                row.customers == 0 ? null : part(row.netSales, row.spent),
                row.claimedRoas,
                row.contribution,
                row.paybackMonths,
                row.followedMonths,
                payback(row));
    }

    private static Phrase payback(Economics row) {
        if (row.customers == 0) {
            return Phrase.of("effort.payback.nobody");
        }
        if (row.paybackMonths != null) {
            return Phrase.of("effort.payback.months", new Phrase.Value.Count(row.paybackMonths));
        }
        return row.followedMonths == null
                ? Phrase.of("effort.payback.few")
                : Phrase.of("effort.payback.not_yet", new Phrase.Value.Count(row.followedMonths));
    }

    private Map<String, String> names() {
        return store.query(Sql.of("select channel, name from channel_names"), Named.class).stream()
                .collect(Collectors.toMap(Named::channel, Named::name));
    }

    private static @Nullable BigDecimal each(BigDecimal amount, long people) {
        return people == 0 ? null : amount.divide(BigDecimal.valueOf(people), 4, java.math.RoundingMode.HALF_UP);
    }

    private static @Nullable Double part(BigDecimal part, BigDecimal whole) {
        return whole.signum() <= 0 ? null : Double.valueOf(part.doubleValue() / whole.doubleValue());
    }

    private static Share nothing(String dimension) {
        BigDecimal zero = BigDecimal.ZERO;
        return new Share(dimension, "unattributed", 0, 0, zero, zero, zero, zero, zero, zero, zero);
    }
}
