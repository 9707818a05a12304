package io.filon.demo;

import io.filon.Loop;
import io.filon.discovery.apart.SettingApart;
import io.filon.intake.SourcesYaml;
import io.filon.intake.plan.Plan;
import io.filon.progress.Progress;
import io.filon.report.Audit;
import io.filon.report.AuditAssembly;
import io.filon.store.DuckStore;
import io.filon.store.Store;
import io.filon.text.Formats;
import io.filon.text.Messages;
import io.filon.value.Valuation;
import io.filon.value.accounts.BusinessAccounts;
import io.filon.workspace.Persona;
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

    private interface Audited {
        Audit of(Loop loop, Plan plan, Workspace workspace);
    }

    private DemoAudit(Run run, Audit audit, Shop shop) {
        this.run = run;
        this.audit = audit;
        this.shop = shop;
    }

    /// Everything an audit finds.
    public static DemoAudit of(Path folder, long seed, long customers) throws IOException {
        return of(
                folder, ShopOptions.of(seed, customers), (loop, _, _) -> loop.audit(null, Messages.of(SPANISH), null));
    }

    /// What the base shows and the first findings; none of what follows from them.
    ///
    /// @param options few visits without an order will do: no finding rests on them
    static DemoAudit findings(Path folder, ShopOptions options) throws IOException {
        return of(folder, options, (loop, plan, workspace) -> {
            loop.importFiles(null);
            List<Persona> personas = workspace.personas();
            new Valuation(workspace.settings(), personas).run(loop.store());
            new BusinessAccounts().run(loop.store());
            new SettingApart(workspace.settings()).run(loop.store());
            Formats formats = new Formats(SPANISH, loop.currency());
            var columns = SourcesYaml.understood(plan, workspace.sourcesFile());
            return new AuditAssembly(
                            loop.store(), workspace.settings(), columns, Messages.of(SPANISH), formats, personas)
                    .assemble();
        });
    }

    private static DemoAudit of(Path folder, ShopOptions options, Audited audited) throws IOException {
        Shop shop = new ShopGenerator(options).writeTo(folder, done -> {});
        Path company = folder.resolve("company");
        declare(shop.personas(), Files.createDirectories(company.resolve("personas")));
        declare(shop.market(), company);
        Workspace workspace = Workspace.at(company);
        Run run = Run.begin(workspace, new DuckStore.Limits("1GB", 1));
        Loop loop = new Loop(run, workspace, workspace.settings(), Progress.NONE);
        Plan plan = loop.understand(List.of(shop.exports()), List.of());
        return new DemoAudit(run, audited.of(loop, plan, workspace), shop);
    }

    private static void declare(Path files, Path into) throws IOException {
        try (Stream<Path> declared = Files.list(files)) {
            for (Path file : declared.toList()) {
                Files.copy(file, into.resolve(file.getFileName()));
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
