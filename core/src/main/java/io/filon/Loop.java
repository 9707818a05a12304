package io.filon;

import io.filon.behaviour.Patterns;
import io.filon.behaviour.Studied;
import io.filon.discovery.apart.SettingApart;
import io.filon.discovery.block.Blocks;
import io.filon.discovery.confirm.Wanted;
import io.filon.discovery.lens.HiddenSegments;
import io.filon.fit.ContactLeads;
import io.filon.fit.Leads;
import io.filon.intake.AsOf;
import io.filon.intake.AuditDay;
import io.filon.intake.Import;
import io.filon.intake.Options;
import io.filon.intake.Report;
import io.filon.intake.SourcesYaml;
import io.filon.intake.file.RawFiles;
import io.filon.intake.file.Reading;
import io.filon.intake.infer.Corrections;
import io.filon.intake.infer.Understanding;
import io.filon.intake.load.Keeping;
import io.filon.intake.plan.Doubt;
import io.filon.intake.plan.Plan;
import io.filon.market.Found;
import io.filon.market.Market;
import io.filon.market.MarketPlan;
import io.filon.market.MarketYaml;
import io.filon.market.UniverseTable;
import io.filon.message.Proposing;
import io.filon.message.declared.Propositions;
import io.filon.niche.Niches;
import io.filon.niche.Niching;
import io.filon.niche.Terms;
import io.filon.priority.Priorities;
import io.filon.problem.FilonException;
import io.filon.progress.Progress;
import io.filon.report.Audit;
import io.filon.report.Strategy;
import io.filon.report.change.Runs;
import io.filon.report.change.Since;
import io.filon.report.market.MarketReport;
import io.filon.report.niche.NicheReport;
import io.filon.report.section.Behaviour;
import io.filon.report.section.BehaviourTables;
import io.filon.report.section.Hidden;
import io.filon.report.section.HiddenTables;
import io.filon.segment.Base;
import io.filon.segment.Library;
import io.filon.segment.history.Memory;
import io.filon.store.SideBySide;
import io.filon.store.Sql;
import io.filon.store.Store;
import io.filon.text.Messages;
import io.filon.value.Valuation;
import io.filon.value.accounts.BusinessAccounts;
import io.filon.value.contest.PurchaseLog;
import io.filon.value.contract.Contracts;
import io.filon.value.future.PredictedValues;
import io.filon.value.trait.Traits;
import io.filon.workspace.Persona;
import io.filon.workspace.Run;
import io.filon.workspace.Settings;
import io.filon.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One turn of the loop over one company's files: understand, import, value, report.
///
/// Each step reads what the one before made in the run's store. Nothing of it stays unless [#commit()] is called.
public final class Loop {

    private record Declared(MarketPlan plan, UniverseTable universe) {
        Found size(Store store, int draws, long seed) {
            return new Market(store, plan, universe).size(draws, seed);
        }
    }

    /// Doubts that a declared currency settles.
    private static final Set<String> ASSUMED_CURRENCY =
            Set.of("assumed_currency", "dollar_sign", "currency_of_several");

    private final Run run;
    private final Workspace workspace;
    private final Settings settings;
    private final Progress progress;
    private final List<Persona> personas;

    private Telling.@Nullable Segments segments;
    private Reading reading = Reading.NOTHING;
    private Plan plan = new Plan(List.of(), List.of(), List.of(), "", false);

    public Loop(Run run, Workspace workspace, Settings settings, Progress progress) {
        this.run = run;
        this.workspace = workspace;
        this.settings = settings;
        this.progress = progress;
        this.personas = workspace.personas();
    }

    /// Reads the files and says what each is, before anything is computed.
    ///
    /// @param files may be empty when the workspace already holds imported files
    /// @param maps  corrections of the form `file:column=role`; those of `sources.yaml` count too
    public Plan understand(List<Path> files, List<String> maps) {
        return understand(files, maps, knowing(files));
    }

    /// What [#understand(List, List, CompletableFuture)] has to know of such files, read by another thread.
    public static CompletableFuture<Understanding.Knowledge> knowing(List<Path> files) {
        return files.isEmpty()
                ? new CompletableFuture<>()
                : CompletableFuture.supplyAsync(Understanding.Knowledge::load);
    }

    /// As [#understand(List, List)], with what is known before any file is seen, which may still be being read.
    public Plan understand(List<Path> files, List<String> maps, CompletableFuture<Understanding.Knowledge> known) {
        Corrections corrections = Corrections.of(maps);
        if (files.isEmpty()) {
            if (!Files.exists(workspace.database())) {
                throw workspace.temporary()
                        ? new FilonException("audit.no_files")
                        : new FilonException("audit.nothing", workspace.folder().toString());
            }
            plan = new Plan(List.of(), List.of(), List.of(), currency(), true);
            return plan;
        }
        reading = RawFiles.readAll(run.store(), files, run.scratch(), progress);
        progress.phase("progress.understanding", 0);
        plan = declared(Understanding.plan(run.store(), reading.tables(), saved().then(corrections), known.join()))
                .without(reading.ignored());
        return plan;
    }

    /// Makes the canonical tables from what was understood.
    ///
    /// @param asOf the last day that counts; null for the last day in the data
    public Report importFiles(@Nullable LocalDate asOf) {
        AsOf day = asOf == null ? new AsOf.LastOrder() : new AsOf.Given(asOf);
        Options options = new Options(
                day,
                zone(),
                settings.purchase(),
                Instant.now(),
                settings.stars().windowDays());
        Keeping keeping = workspace.temporary() ? Keeping.FOR_THE_AUDIT : Keeping.ALL;
        Report report = new Import(run.store(), reading.lines()::linesOf, keeping)
                .run(plan, reading.duplicates(), options, progress);
        if (asOf != null) {
            AuditDay.checkNotBeforeOrders(run.store(), asOf);
            AuditDay.noteLate(run.store(), asOf);
        }
        return report;
    }

    /// Runs every stage and gathers what was found.
    ///
    /// @param since the earlier audit to compare with; null for none
    public Audit audit(@Nullable LocalDate asOf, Messages messages, @Nullable Since since) {
        Runs runs = new Runs(run.store());
        if (since != null) {
            runs.check(since);
        }
        Optional<Declared> market = market();
        Propositions said = Propositions.of(workspace.propositionsFolder());
        List<Runnable> stages = List.of(
                () -> importFiles(asOf),
                () -> AuditDay.check(run.store(), plan),
                () -> valueAndAfter(studied(), new Patterns(settings.errorRate())::run, new Blocks()::run),
                this::segments);
        stages.forEach(Runnable::run);
        Audit facts = telling().audit(run.store(), plan, said, messages, currency());
        Audit audit = facts.with(followed(facts.strategy(), market, messages.locale()));
        return since == null ? audit : audit.with(runs.change(audit, since));
    }

    private Telling telling() {
        return new Telling(workspace, settings, personas, segments);
    }

    /// What the market adds, where somebody says who could buy.
    private Strategy followed(Strategy strategy, Optional<Declared> market, Locale language) {
        return market.map(declared -> strategy.with(MarketReport.of(declared.size(run.store(), Market.DRAWS, 1)))
                        .with(NicheReport.of(niches(market, 1), language)))
                .orElse(strategy);
    }

    /// Remembers an audit with its groups, for a later one to be compared with, and who is in which segment.
    public void remember(Audit audit) {
        new Runs(run.store()).keep(audit);
        if (segments != null) {
            Memory.keep(segments.base(), segments.library(), Instant.now());
        }
    }

    /// Runs the stages that value needs, and reads every purchase day.
    ///
    /// @throws FilonException when nobody known bought anything or has a contract
    public PurchaseLog purchases(@Nullable LocalDate asOf) {
        importFiles(asOf);
        value();
        PurchaseLog log = PurchaseLog.of(run.store());
        if (log.size() == 0 && run.store().number(Sql.of("select count(*) from subscriptions")) == 0) {
            throw new FilonException("value.no_purchases");
        }
        return log.with(Traits.of(run.store(), log.customers()));
    }

    /// What contracts will bring. Needs the purchases.
    public Contracts contracts(int horizonDays) {
        return Contracts.of(run.store(), horizonDays);
    }

    /// A workspace that stays keeps who is in its segments.
    private void segments() {
        if (!workspace.temporary()) {
            Base base = base();
            segments = new Telling.Segments(base, base.library(workspace, settings));
        }
    }

    private Base base() {
        Base base = Base.of(run.store());
        new Freshness(run.store(), settings, personas).rulesMade();
        return base;
    }

    /// The customers as rules ask of them.
    ///
    /// @param made whether anything had to be made for it, so that it is worth keeping
    public record Customers(Base base, boolean made) {}

    /// Sessions and jobs, by the workspace's definitions.
    private io.filon.behaviour.Behaviour visits() {
        return io.filon.behaviour.Behaviour.of(workspace, settings);
    }

    /// The customers, with the tables rules are read from, unless the workspace holds them already.
    ///
    /// @param asOf the last day that counts; null for that of the last run, else the last day in the data
    public Customers customers(@Nullable LocalDate asOf) {
        boolean made = facts(asOf);
        boolean kept = !made && new Freshness(run.store(), settings, personas).ruled();
        return kept ? new Customers(Base.kept(run.store()), false) : new Customers(base(), true);
    }

    /// What texts for customers rest on: who they are, and what they usually do.
    public Base spokenTo() {
        Base base = customers(null).base();
        new Patterns(settings.errorRate()).run(run.store());
        return base;
    }

    public Proposing proposing(Locale reader) {
        return Proposing.of(run.store(), workspace, settings, reader, currency());
    }

    /// Makes what is known of customers, unless the workspace holds it already for these files, settings and day.
    ///
    /// @return whether anything had to be made
    private boolean facts(@Nullable LocalDate asOf) {
        Freshness freshness = new Freshness(run.store(), settings, personas);
        if (plan.files().isEmpty() && freshness.holds() && (asOf == null || asOf.equals(freshness.asOf()))) {
            return visits().refresh(run.store());
        }
        importFiles(asOf);
        value();
        visits().run(run.store());
        return true;
    }

    /// Forgets a person, and makes again what was worked out with them.
    public void erase(Person person) {
        LocalDate day = new Freshness(run.store(), settings, personas).asOf();
        run.write(workspace.sourcesFile(), SourcesYaml.withoutExamples(workspace.sourcesFile(), person.files()));
        person.erase(day);
        customers(day);
    }

    /// Runs the stages that discovery needs, and looks for hidden segments.
    ///
    /// @param wanted whose side is not read: both are looked at
    public Hidden discover(Wanted wanted) {
        importFiles(null);
        value();
        visits().run(run.store());
        new SettingApart(settings).run(run.store());
        new HiddenSegments(wanted, progress).run(run.store());
        return new HiddenTables(run.store()).hidden();
    }

    /// Runs the stages that behaviour needs, and looks at what customers do.
    ///
    /// @param segments names of segments to compare with everybody else, beside the groups the files tell
    public Behaviour behaviour(List<String> segments) {
        importFiles(null);
        value();
        visits().run(run.store());
        Map<String, Sql> groups = new LinkedHashMap<>();
        if (!segments.isEmpty()) {
            Base base = Base.of(run.store());
            Library library = base.library(workspace, settings);
            library.findAll(segments).forEach(segment -> groups.put(segment.key(), base.select(segment.rule())));
        }
        new Patterns(settings.errorRate()).run(run.store(), groups);
        new SettingApart(settings).known(run.store());
        new Blocks().run(run.store());
        return new BehaviourTables(run.store()).behaviour();
    }

    /// Sizes the market that `market.yaml` describes.
    ///
    /// @param draws of the simulation
    /// @throws FilonException when there is no `market.yaml`, or what it says does not fit the files
    public Found market(int draws, long seed) {
        Declared declared = market().orElseThrow(() ->
                new FilonException("market.no_yaml", workspace.marketFile().toString()));
        facts(null);
        return declared.size(run.store(), draws, seed);
    }

    /// A market as declared; nothing without `market.yaml`.
    private Optional<Declared> market() {
        if (!Files.exists(workspace.marketFile())) {
            return Optional.empty();
        }
        MarketPlan market = MarketYaml.read(workspace.marketFile());
        return Optional.of(new Declared(market, UniverseTable.of(market.universe(), workspace.folder(), progress)));
    }

    /// Runs every stage that niches need, and compares them; with how many there are where `market.yaml` says.
    ///
    /// @param seed the same seed, the same answer
    public Niches niches(long seed) {
        importFiles(null);
        valueAndAfter(Studied.ALL, _ -> {}, _ -> {});
        segments();
        return niches(market(), seed);
    }

    private Niches niches(Optional<Declared> market, long seed) {
        Terms terms = Terms.of(settings.niches(), settings.fixedTraits()).withSeed(seed);
        Niching niching = new Niching(run.store(), terms).personas(personas);
        if (segments != null) {
            niching.segments(segments.base(), segments.library());
        }
        market.ifPresent(declared -> niching.market(
                declared.plan, declared.universe.columns(), declared.size(run.store(), Terms.DRAWS, seed)));
        return niching.run();
    }

    /// Runs the stages that a fit filter learns from: everybody at the first contact, and what each left since.
    public Leads contacts() {
        importFiles(null);
        value();
        new SettingApart(settings).run(run.store());
        HiddenSegments.people(run.store());
        return ContactLeads.read(run.store());
    }

    /// Days after the first contact that count for everybody.
    public int contactDays() {
        return Math.toIntExact(run.store().number(Sql.of("select window_days from outcome_window")));
    }

    /// Runs the stages that priorities need, unless the workspace holds them already, and shares a budget out.
    ///
    /// @param language in which the company's own segments are called
    public Priorities priorities(Settings.Priorities asked, Locale language) {
        Freshness freshness = new Freshness(run.store(), settings, personas);
        if (!plan.files().isEmpty() || !freshness.holds() || !freshness.isForetold()) {
            importFiles(null);
            value();
            new PredictedValues(progress).run(run.store());
            freshness.foretold();
        }
        segments();
        return telling().prioritised(run.store(), asked, language);
    }

    /// Runs the stages that the ICP audit needs.
    public void icp(@Nullable LocalDate asOf) {
        importFiles(asOf);
        value();
        visits().run(run.store());
        new SettingApart(settings).run(run.store());
        new HiddenSegments(threads(), progress).run(run.store());
    }

    private void value() {
        progress.phase("progress.computing", 0);
        new Valuation(settings, personas).run(run.store());
        new BusinessAccounts().run(run.store());
        new Freshness(run.store(), settings, personas).valued();
    }

    /// What the predictions and what sets groups apart learn from is there once value is; the rest looks at visits too.
    ///
    /// @param studied  whose behaviour is looked at
    /// @param patterns what customers do
    /// @param blocks   what holds customers back
    private void valueAndAfter(Studied studied, Consumer<Store> patterns, Consumer<Store> blocks) {
        progress.phase("progress.computing", 0);
        Valuation valuation = new Valuation(settings, personas);
        PredictedValues predicted = new PredictedValues(Progress.NONE); // the work beside it may tell of its own
        valuation.ledger(run.store());
        io.filon.behaviour.Behaviour visits = visits();
        SideBySide.run(run.store(), lanes -> {
            var visited = lanes.start(store -> studied.visits(store, visits::run));
            var valued = lanes.start(store -> {
                valuation.customers(store);
                new BusinessAccounts().run(store);
            });
            var foretold = lanes.start(predicted::foretell);
            var apart = lanes.start(List.of(valued), new SettingApart(settings)::run);
            var done = lanes.start(List.of(visited, valued), store -> studied.patterns(store, patterns));
            var hidden = lanes.start(List.of(visited, apart), new HiddenSegments(threads(), Progress.NONE)::run);
            var blocked = lanes.start(List.of(apart, done), store -> studied.blocks(store, blocks));
            return List.of(foretold, hidden, blocked);
        });
        predicted.summarise(run.store());
        Freshness freshness = new Freshness(run.store(), settings, personas);
        freshness.valued();
        freshness.foretold();
    }

    /// What rules and lists ask of customers is known of all; an audit that keeps nothing has neither.
    private Studied studied() {
        return workspace.temporary() ? Studied.of(run.store(), Studied.MOST) : Studied.ALL;
    }

    private int threads() {
        int asked = settings.engine().threads();
        return asked > 0 ? asked : Runtime.getRuntime().availableProcessors();
    }

    /// The store the run works on.
    public Store store() {
        return run.store();
    }

    /// Makes what was computed the workspace's, together with what was understood of its files.
    public void commit() {
        if (!plan.files().isEmpty()) {
            run.write(workspace.sourcesFile(), SourcesYaml.updated(plan, workspace.sourcesFile()));
        }
        run.commit();
    }

    /// A currency in the settings wins over what the files seem to use.
    private Plan declared(Plan understood) {
        if (settings.currency().equals("auto")) {
            return understood;
        }
        List<Doubt> doubts = understood.doubts().stream()
                .filter(doubt -> !ASSUMED_CURRENCY.contains(doubt.code()))
                .toList();
        return new Plan(understood.files(), understood.links(), doubts, settings.currency(), true);
    }

    /// ISO code of the run's money.
    public String currency() {
        return run.store().text(Sql.of("select currency from run")).orElseThrow();
    }

    private Corrections saved() {
        return new Corrections(SourcesYaml.read(workspace.sourcesFile()).stream()
                .map(said -> new Corrections.Entry(said.file(), said.column(), said.word(), "sources"))
                .toList());
    }

    private ZoneId zone() {
        return settings.zone().equals("auto") ? ZoneId.of("UTC") : ZoneId.of(settings.zone());
    }
}
