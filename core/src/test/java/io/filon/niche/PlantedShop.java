package io.filon.niche;

import io.filon.Loop;
import io.filon.demo.Shop;
import io.filon.demo.ShopGenerator;
import io.filon.demo.ShopOptions;
import io.filon.market.Found;
import io.filon.market.Market;
import io.filon.market.MarketPlan;
import io.filon.market.MarketYaml;
import io.filon.market.UniverseTable;
import io.filon.niche.Niche.Attribute;
import io.filon.niche.path.Neighbour;
import io.filon.progress.Progress;
import io.filon.store.DuckStore;
import io.filon.workspace.Run;
import io.filon.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What is found of the niches of a made-up shop, beside what was planted in it.
///
/// @param planted what tells the planted ones, in the order in which one leads to the next
record PlantedShop(Niches found, List<Planted> planted) {

    private static final Attribute RURAL = new Attribute("zona", "Rural");

    /// @param said by province, profession and the category they begin with, each as niches write it
    record Planted(String name, Attribute province, Attribute profession, Attribute product) {

        /// Whether a niche is told by this one's facts and by no others: by the province or the profession, and perhaps
        /// by living in the country, as all planted ones do, or by what they begin with.
        boolean is(Niche niche) {
            List<Attribute> told = niche.attributes();
            return Set.of(province, profession, product, RURAL).containsAll(told)
                    && (told.contains(province) || told.contains(profession));
        }
    }

    /// Without what customers do on the site, and without discovery: the fewest stages that niches need.
    static PlantedShop of(ShopOptions options, Path folder) throws IOException {
        Shop shop = new ShopGenerator(options).writeTo(folder, done -> {});
        try (Workspace workspace = Workspace.at(Files.createDirectories(folder.resolve("company")));
                Run run = Run.begin(workspace, new DuckStore.Limits("1GB", 1))) {
            Loop loop = new Loop(run, workspace, workspace.settings(), Progress.NONE);
            loop.understand(files(shop), List.of());
            loop.customers(null);
            MarketPlan plan = MarketYaml.read(shop.market().resolve("market.yaml"));
            UniverseTable universe = UniverseTable.of(plan.universe(), shop.market(), Progress.NONE);
            Found sized = new Market(run.store(), plan, universe).size(Terms.DRAWS, options.seed());
            Niches niches = new Niching(run.store(), Terms.usual().withSeed(options.seed()))
                    .market(plan, universe.columns(), sized)
                    .run();
            return new PlantedShop(niches, planted(shop));
        }
    }

    private static List<Path> files(Shop shop) throws IOException {
        try (Stream<Path> files = Files.list(shop.exports())) {
            return files.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .toList();
        }
    }

    private static List<Planted> planted(Shop shop) {
        List<Planted> planted = new ArrayList<>();
        for (JsonNode niche :
                JsonMapper.shared().readTree(shop.truth().toFile()).path("niches")) {
            planted.add(new Planted(
                    niche.path("name").asString(),
                    new Attribute("region", niche.path("province").asString()),
                    new Attribute("profesion", niche.path("profession").asString()),
                    new Attribute("product", niche.path("begins_with").asString())));
        }
        return planted;
    }

    /// What customers go on to most, beyond chance, from what a niche begins with.
    Optional<String> leadsTo(Attribute product) {
        return found.neighbours().stream()
                .filter(near -> product.value().equals(near.fromThing()) && near.toThing() != null)
                .filter(Neighbour::goesOn)
                .max(Comparator.comparingDouble(near -> near.moved() == null ? 0 : near.moved()))
                .map(Neighbour::toThing);
    }

    Planted beachhead() {
        return planted.getFirst();
    }

    /// Whether the beachhead is called first, and surely so.
    boolean first() {
        return found.verdict().equals("first")
                && found.leader().filter(beachhead()::is).isPresent();
    }
}
