package io.filon.icp;

import io.filon.Loop;
import io.filon.demo.Shop;
import io.filon.demo.ShopGenerator;
import io.filon.demo.ShopOptions;
import io.filon.discovery.apart.SettingApart;
import io.filon.discovery.lens.HiddenSegments;
import io.filon.progress.Progress;
import io.filon.store.DuckStore;
import io.filon.store.Sql;
import io.filon.store.Store;
import io.filon.value.Valuation;
import io.filon.value.accounts.BusinessAccounts;
import io.filon.workspace.Persona;
import io.filon.workspace.Run;
import io.filon.workspace.Settings;
import io.filon.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A made-up shop with its personas, up to the tables that the ICP audit reads: without what visitors do on the site
/// and without hidden segments, the fewest stages it needs.
public record StudiedShop(Run run, Settings settings, List<Persona> personas, Path truth, Path folder)
        implements AutoCloseable {

    public static StudiedShop of(Path folder, long seed, int customers) throws IOException {
        ShopOptions designed = ShopOptions.of(seed, customers);
        Shop shop = new ShopGenerator(new ShopOptions(seed, customers, designed.from(), designed.to(), 1, 0))
                .writeTo(Files.createDirectories(folder), _ -> {});
        Workspace workspace = Workspace.at(folder.resolve("company"));
        Files.createDirectories(workspace.personasFolder());
        for (Path persona : list(shop.personas())) {
            Files.copy(persona, workspace.personasFolder().resolve(persona.getFileName()));
        }
        Run run = Run.begin(workspace, new DuckStore.Limits("1GB", 1));
        Settings settings = workspace.settings();
        List<Persona> personas = workspace.personas();
        Loop loop = new Loop(run, workspace, settings, Progress.NONE);
        loop.understand(
                list(shop.exports()).stream()
                        .filter(file -> file.toString().endsWith(".csv"))
                        .toList(),
                List.of());
        loop.importFiles(null);
        new Valuation(settings, personas).run(run.store());
        new BusinessAccounts().run(run.store());
        new SettingApart(settings).known(run.store());
        HiddenSegments.people(run.store());
        run.store()
                .run(Sql.of("create table hidden_segments (lens varchar, side varchar, place bigint, grade varchar, "
                        + "rule varchar)"));
        run.store()
                .run(Sql.of(
                        "create table hidden_members (lens varchar, side varchar, place bigint, customer_id varchar)"));
        return new StudiedShop(run, settings, personas, shop.truth().resolveSibling("truth_contacts.csv"), folder);
    }

    public Store store() {
        return run.store();
    }

    /// What each contact is expected to leave, given what was known of them then.
    Map<String, Double> expected() throws IOException {
        Map<String, Double> expected = new HashMap<>();
        try (Stream<String> lines = Files.lines(truth)) {
            lines.skip(1)
                    .map(line -> line.split(",", -1))
                    .forEach(cells -> expected.put(cells[0], Double.valueOf(cells[1])));
        }
        return expected;
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    /// Nothing of it stays: a study makes a hundred.
    @Override
    public void close() throws IOException {
        run.close();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
