package io.filon.report.icp;

import io.filon.icp.serve.Served;
import io.filon.report.Language;
import io.filon.report.section.ApartTables;
import io.filon.store.Sql;
import io.filon.store.Store;
import io.filon.text.Phrase;
import io.filon.text.Phrase.Value;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What serving a group takes, in words.
final class ServedTables {

    private final Store store;
    private final Language language;

    ServedTables(Store store, Language language) {
        this.store = store;
        this.language = language;
    }

    Icp.Served served(Served group) {
        Phrase name = name(group);
        return new Icp.Served(
                group.dimension(),
                name,
                group.customers(),
                Figures.known(group.net()),
                Figures.known(group.netLowCosts()),
                group.loses(),
                group.survives(),
                Figures.known(group.retention()),
                Figures.known(group.acquisition()),
                Figures.known(group.total()),
                group.parts().stream()
                        .map(part -> new Icp.CostPart(part.cost(), part.amount(), part.declared()))
                        .toList(),
                group.satisfaction(),
                group.tickets(),
                Figures.known(group.gone()),
                group.churnOfAll(),
                Phrase.of(
                        group.loses() ? "icp.served.loses" : "icp.served.keeps",
                        new Value.Said(name),
                        Figures.money(group.net()),
                        Figures.money(group.retention()),
                        group.acquisition().high() == 0
                                ? new Value.Word("page.unknown")
                                : Figures.money(group.acquisition())));
    }

    private Phrase name(Served group) {
        return switch (group.dimension()) {
            case "habit" -> Phrase.of("icp.group.habit." + group.name());
            case "hidden" -> Phrase.of("icp.group.hidden", hidden(group.name()));
            default -> Phrase.of("icp.group." + group.dimension(), new Value.Name(group.name()));
        };
    }

    private record Asked(
            String attribute,
            boolean named,
            boolean spoken,
            String kind,
            String value,
            @Nullable Double low,
            @Nullable Double high) {}

    /// A hidden segment in words, from `lens/place`.
    private Value hidden(String key) {
        String[] parts = key.split("/", -1);
        return new Value.Name(store
                .query(
                        Sql.of(
                                "select attribute, named, spoken, kind, value, low, high from hidden_conditions "
                                        + "where lens = ? and side = 'low' and place = ? order by number",
                                parts[0],
                                Integer.parseInt(parts[1])),
                        Asked.class)
                .stream()
                .map(this::asked)
                .collect(Collectors.joining(", ")));
    }

    private String asked(Asked asked) {
        String fact = asked.named ? asked.attribute : language.word("attribute", asked.attribute);
        return switch (asked.kind) {
            case "is" -> fact + ": " + value(asked);
            case "at_most" -> fact + " ≤ " + language.number(asked.high, 2);
            case "above" -> fact + " > " + language.number(asked.low, 2);
            case "within" -> fact + " " + language.number(asked.low, 2) + " – " + language.number(asked.high, 2);
            default -> fact + ": " + language.unknown();
        };
    }

    private String value(Asked asked) {
        return ApartTables.value(asked.attribute, asked.named, asked.value, asked.spoken)
                        instanceof Value.Word(String word)
                ? language.say(word)
                : asked.value;
    }
}
