package io.filon.report;

import io.filon.fit.ContactFilter;
import io.filon.intake.SourcesYaml.Understood;
import io.filon.report.Audit.Base;
import io.filon.report.Audit.NextPeriod;
import io.filon.report.Audit.Point;
import io.filon.report.Audit.Step;
import io.filon.report.Audit.WhaleCurve;
import io.filon.report.Audit.Year;
import io.filon.report.change.Review;
import io.filon.report.effort.EffortTables;
import io.filon.report.icp.IcpTables;
import io.filon.report.section.AccountTables;
import io.filon.report.section.ApartTables;
import io.filon.report.section.Behaviour;
import io.filon.report.section.BehaviourTables;
import io.filon.report.section.HiddenTables;
import io.filon.report.section.PredictedTables;
import io.filon.report.sensitivity.SensitivityTables;
import io.filon.store.Sql;
import io.filon.store.Store;
import io.filon.text.Formats;
import io.filon.text.Messages;
import io.filon.text.Phrase;
import io.filon.workspace.Persona;
import io.filon.workspace.Settings;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Gathers everything an audit found from the store, after *intake* and *value* have run.
///
/// The words inside lists (why somebody is a star) are said in the language given; every other sentence stays a
/// [Phrase] until it is shown.
public final class AuditAssembly {

    private record Frame(LocalDate asOf, String currency, String zone) {}

    private record Totals(
            long customers,
            long buyers,
            long orders,
            long orderLines,
            long events,
            BigDecimal revenue,
            @Nullable BigDecimal cost,
            @Nullable BigDecimal margin,
            BigDecimal net,
            long leads,
            long deals,
            long dealsWon,
            BigDecimal wonValue,
            @Nullable LocalDate firstOrderOn,
            @Nullable LocalDate lastOrderOn) {}

    private record Rung(String step, BigDecimal amount, boolean subtotal, BigDecimal assumed, long customers) {}

    private record WhaleTotals(
            long buyers,
            BigDecimal net,
            long earningBuyers,
            BigDecimal earned,
            long losingBuyers,
            BigDecimal lost,
            BigDecimal topTenthNet,
            boolean costsDiffer) {}

    private final Store store;
    private final Settings settings;
    private final List<Understood> columns;
    private final Messages messages;
    private final Formats formats;
    private final List<Persona> personas;

    public AuditAssembly(Store store, Settings settings, List<Understood> columns, Messages messages, Formats formats) {
        this(store, settings, columns, messages, formats, List.of());
    }

    /// @param columns of every file the store rests on
    public AuditAssembly(
            Store store,
            Settings settings,
            List<Understood> columns,
            Messages messages,
            Formats formats,
            List<Persona> personas) {
        this.store = store;
        this.settings = settings;
        this.columns = List.copyOf(columns);
        this.messages = messages;
        this.formats = formats;
        this.personas = List.copyOf(personas);
    }

    /// What the base shows and the first findings, before anything that follows from it.
    public Audit assemble() {
        Frame frame = store.read("run", Frame.class).getFirst();
        SourceTables sources = new SourceTables(store, columns);
        GroupTables groups = new GroupTables(store, settings, messages, formats);
        Base base = base();
        List<Audit.Assumption> assumptions = new AssumptionTable(store).used();
        Audit facts = new Audit(
                frame.asOf,
                frame.currency,
                frame.zone,
                settings.name(),
                sources.sources(),
                base,
                ladder(),
                whaleCurve(),
                groups.stars(),
                groups.lossMakers(),
                groups.lifecycle(base.buyers()),
                new ApartTables(store).apart(),
                new AccountTables(store, settings).accounts(),
                List.of(),
                assumptions,
                new DoubtTable(store, settings).doubts(frame.currency),
                List.of(),
                new EffortTables(store, personas).effort(),
                new SensitivityTables(store, settings).sensitivity(),
                Review.of(store, frame.asOf),
                null,
                new PredictedTables(store).predicted(),
                new HiddenTables(store).hidden(),
                Strategy.NONE);
        return new Findings(facts, store).added();
    }

    /// What customers do, whom to accept at the first contact, and the declared personas beside them.
    ///
    /// @param audit as assembled
    public Strategy strategy(Audit audit) {
        Strategy behaving = Strategy.NONE.with(behaviour());
        Strategy seen = ContactFilter.of(store, audit.currency(), settings.unit() == Settings.Unit.ACCOUNT)
                .map(behaving::with)
                .orElse(behaving);
        return personas.isEmpty() || !audit.base().hasPurchases()
                ? seen
                : seen.with(new IcpTables(store, settings, new Language(messages, formats)).icp(personas));
    }

    /// Of a large base, what the part says whose behaviour was studied.
    private Behaviour behaviour() {
        try (Store studied = store.overlay()) {
            return new BehaviourTables(studied).behaviour();
        }
    }

    private Base base() {
        Totals totals = store.read("base_totals", Totals.class).getFirst();
        return new Base(
                totals.customers,
                totals.buyers,
                totals.orders,
                totals.orderLines,
                totals.events,
                totals.revenue,
                totals.cost,
                totals.margin,
                totals.net,
                totals.leads,
                totals.deals,
                totals.dealsWon,
                totals.wonValue,
                totals.firstOrderOn,
                totals.lastOrderOn,
                store.read("year_totals", Year.class));
    }

    private List<Step> ladder() {
        return store.query(Sql.of("select * from ladder order by position"), Rung.class).stream()
                .map(rung -> new Step(
                        rung.step,
                        rung.amount,
                        rung.subtotal,
                        Math.min(1, share(rung.assumed.abs(), rung.amount.abs())),
                        rung.customers))
                .toList();
    }

    private WhaleCurve whaleCurve() {
        WhaleTotals totals = store.read("whale_totals", WhaleTotals.class).getFirst();
        List<Point> points = store.query(Sql.of("select * from whale_points order by position"), Point.class);
        boolean positive = totals.net.signum() > 0;
        String why = whyNoPeak(totals);
        return new WhaleCurve(
                why == null ? share((double) totals.earningBuyers, (double) totals.buyers) : null,
                why == null ? share(totals.earned, totals.net) : null,
                why == null ? null : Phrase.of(why),
                totals.losingBuyers,
                totals.lost,
                positive ? share(totals.topTenthNet, totals.net) : null,
                nextPeriod(),
                points);
    }

    private static @Nullable String whyNoPeak(WhaleTotals totals) {
        if (totals.buyers == 0) {
            return "whale.why.no_buyers";
        }
        if (totals.losingBuyers == 0 && !totals.costsDiffer) {
            return "whale.why.flat_margin";
        }
        return totals.net.signum() > 0 ? null : "whale.why.no_profit";
    }

    private @Nullable NextPeriod nextPeriod() {
        return store.read("next_period", NextPeriod.class).stream()
                .filter(period -> period.tailNetFirst().signum() < 0)
                .findFirst()
                .orElse(null);
    }

    private static double share(double part, double whole) {
        return whole == 0 ? 0 : part / whole;
    }

    private static double share(BigDecimal part, BigDecimal whole) {
        return share(part.doubleValue(), whole.doubleValue());
    }
}
