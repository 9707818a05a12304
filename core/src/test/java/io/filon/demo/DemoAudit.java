package io.filon.demo;

import io.filon.Loop;
import io.filon.progress.Progress;
import io.filon.report.Audit;
import io.filon.store.DuckStore;
import io.filon.store.Store;
import io.filon.text.Messages;
import io.filon.workspace.Run;
import io.filon.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The demo as `filon demo` runs it: the shop written, its personas declared, the whole loop over its exports.
public final class DemoAudit implements AutoCloseable {

    public static final Locale SPANISH = Locale.forLanguageTag("es-ES");

    private final Run run;
    private final Audit audit;
    private final Shop shop;

    public DemoAudit(Path folder, long seed, long customers) throws IOException {
        shop = new ShopGenerator(ShopOptions.of(seed, customers)).writeTo(folder, done -> {});
        Path company = folder.resolve("company");
        declare(shop.personas(), Files.createDirectories(company.resolve("personas")));
        declare(shop.market(), company);
        Workspace workspace = Workspace.at(company);
        run = Run.begin(workspace, new DuckStore.Limits("1GB", 2));
        Loop loop = new Loop(run, workspace, workspace.settings(), Progress.NONE);
        loop.understand(List.of(shop.exports()), List.of());
        audit = loop.audit(null, Messages.of(SPANISH), null);
    }

    private static void declare(Path declared, Path company) throws IOException {
        try (Stream<Path> files = Files.list(declared)) {
            for (Path file : files.toList()) {
                Files.copy(file, company.resolve(file.getFileName()));
            }
        }
    }

    public Audit audit() {
        return audit;
    }

    public Store store() {
        return run.store();
    }

    /// The answer sheet.
    public JsonNode truth() {
        return JsonMapper.shared().readTree(shop.truth().toFile());
    }

    /// Every customer's hidden kind and expected net.
    public Path truthOfCustomers() {
        return shop.truth().resolveSibling("truth_customers.csv");
    }

    @Override
    public void close() {
        run.close();
    }
}
