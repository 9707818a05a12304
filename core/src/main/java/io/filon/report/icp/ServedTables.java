package io.filon.report.icp;

import io.filon.icp.serve.Served;
import io.filon.report.section.Hidden;
import io.filon.report.section.HiddenTables;
import io.filon.store.Sql;
import io.filon.store.Store;
import io.filon.text.Phrase;
import io.filon.text.Phrase.Value;

/// What serving a group takes, in words.
final class ServedTables {

    private final Store store;
    private final Hidden hidden;

    ServedTables(Store store) {
        this.store = store;
        this.hidden = new HiddenTables(store).hidden();
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
                        .map(part -> new Icp.Part(part.cost(), part.amount(), part.declared()))
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
                        Figures.money(group.acquisition())));
    }

    private Phrase name(Served group) {
        return switch (group.dimension()) {
            case "habit" -> Phrase.of("icp.group.habit." + group.name());
            case "hidden" -> Phrase.of("icp.group.hidden", hidden(group.name()));
            default -> Phrase.of("icp.group." + group.dimension(), new Value.Name(group.name()));
        };
    }

    /// A hidden segment in words, from `lens/place`.
    private Value hidden(String key) {
        String[] parts = key.split("/", -1);
        String rule = store.text(Sql.of(
                        "select rule from hidden_segments where lens = ? and side = 'low' and place = ?",
                        parts[0],
                        Integer.parseInt(parts[1])))
                .orElse("");
        return hidden.lenses().stream()
                .filter(lens -> lens.lens().equals(parts[0]))
                .flatMap(lens -> lens.losing().stream())
                .filter(group -> group.rule().equals(rule))
                .findFirst()
                .<Value>map(group -> new Value.Said(group.who()))
                .orElseGet(() -> new Value.Name(key));
    }
}
