package io.filon.intake;

import io.filon.intake.file.Reading.Duplicate;
import io.filon.intake.load.Keeping;
import io.filon.intake.load.Lines;
import io.filon.intake.load.Loader;
import io.filon.intake.plan.Doubt;
import io.filon.intake.plan.FilePlan;
import io.filon.intake.plan.Kind;
import io.filon.intake.plan.Plan;
import io.filon.progress.Progress;
import io.filon.store.Script;
import io.filon.store.SideBySide;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Carries out a plan: the files' rows become the tables of `docs/reference/tables.md`.
///
/// What was imported before stays: a file with the same content changes nothing, one with the same name and other
/// content replaces its rows. The caller makes the whole atomic.
public final class Import {

    /// Each may read those before it; the first two settle who is who, the last counts.
    static final List<String> SCRIPTS = List.of(
            "telephones",
            "identities",
            "order_heads",
            "run",
            "orders",
            "mixed_lines",
            "order_lines",
            "returns",
            "products",
            "accounts",
            "customers",
            "deals",
            "leads",
            "subscriptions",
            "visitors",
            "events",
            "visits",
            "tickets",
            "reviews",
            "spend",
            "touches",
            "answers",
            "outside_days",
            "consents",
            "traits",
            "rejected",
            "sources");

    /// The first scripts, which settle who is who.
    private static final int WHO_IS_WHO = 2;

    /// Only later scripts of the same import read these.
    private static final Set<String> PASSING = Set.of("telephones", "order_heads", "mixed_lines");

    private final Store store;
    private final Lines lines;
    private final Keeping keeping;

    public Import(Store store, Lines lines) {
        this(store, lines, Keeping.ALL);
    }

    public Import(Store store, Lines lines, Keeping keeping) {
        this.store = store;
        this.lines = lines;
        this.keeping = keeping;
    }

    /// @param duplicates files the reader left out because others have the same bytes
    public Report run(Plan plan, List<Duplicate> duplicates, Options options, Progress progress) {
        Loader.prepare(store);
        Sources sources = Sources.of(store, plan, options);
        sources.noteRejected();
        frame(plan, options);
        progress.phase(
                "progress.loading",
                plan.files().stream().mapToLong(file -> file.raw().rows()).sum());
        load(sources, plan, options, progress);
        sources.rejectUndated(loader(store, plan, options));
        duplicates.forEach(sources::repeat);
        new Erased(store).forget();
        List<Doubt> doubts = new ArrayList<>(plan.doubts());
        doubts.addAll(new ValueDoubts(store, plan, options).find());
        forgetRaw(plan);
        build(options, progress);
        doubts.addAll(new SalesDoubts(store, plan).find());
        doubts.addAll(AlikeSales.doubts(store, plan));
        keep(doubts, plan);
        List<Doubt> ofOrders = new ArrayList<>(UnpaidOrders.doubts(store, options.purchase()));
        ofOrders.addAll(MissingOrders.doubts(store));
        store.run(Sql.of("create or replace table doubts as select * from in_doubts"));
        write("doubts", ofOrders);
        doubts.addAll(ofOrders);
        return new Report(sources.report(), doubts);
    }

    /// Exchange rates first: amounts of other files need them. Events are many and fill a table of their own, so they
    /// are read beside the rest.
    private void load(Sources sources, Plan plan, Options options, Progress progress) {
        Map<Group, List<Integer>> groups = IntStream.range(0, plan.files().size())
                .boxed()
                .collect(Collectors.groupingBy(
                        position -> group(plan.files().get(position).kind())));
        BiConsumer<Store, Group> all = (lane, group) -> {
            Loader loader = loader(lane, plan, options);
            Sources account = sources.on(lane);
            for (int position : groups.getOrDefault(group, List.of())) {
                account.load(position, loader);
                synchronized (progress) {
                    progress.advance(plan.files().get(position).raw().rows());
                }
            }
        };
        all.accept(store, Group.RATES);
        SideBySide.run(store, List.of(lane -> all.accept(lane, Group.EVENTS), lane -> all.accept(lane, Group.OTHERS)));
    }

    private enum Group {
        RATES,
        EVENTS,
        OTHERS
    }

    private static Group group(Kind kind) {
        return switch (kind) {
            case RATES -> Group.RATES;
            case EVENTS -> Group.EVENTS;
            default -> Group.OTHERS;
        };
    }

    private Loader loader(Store lane, Plan plan, Options options) {
        return new Loader(lane, plan, options.zone(), keeping, lines);
    }

    private void frame(Plan plan, Options options) {
        String day = switch (options.asOf()) {
            case AsOf.Given given -> "date " + Sql.literal(given.day().toString());
            case AsOf.LastOrder last -> "cast(null as date)";
        };
        store.run(Sql.of(
                """
                create or replace table import_options as select
                    %s                       as as_of,
                    cast(? as varchar)       as zone,
                    cast(? as varchar)       as currency,
                    cast(? as varchar)       as purchase,
                    cast(? as integer)       as horizon_days
                """.formatted(day),
                options.zone().getId(),
                plan.currency(),
                options.purchase().name().toLowerCase(Locale.ROOT),
                options.horizonDays()));
        store.build(Script.beside(Loader.class, "rates"));
    }

    /// The raw tables are large and no longer needed.
    private void forgetRaw(Plan plan) {
        plan.files().stream()
                .map(FilePlan::raw)
                .forEach(raw -> store.run(Sql.of(
                        "drop %s if exists %s".formatted(raw.streamed() ? "view" : "table", Sql.name(raw.table())))));
    }

    private void build(Options options, Progress progress) {
        Merges merges = new Merges(store);
        merges.markRepeats();
        Loader.ordersOfEvents(store, options.zone());
        progress.phase("progress.building", SCRIPTS.size());
        List<Script> scripts = SCRIPTS.stream()
                .map(script -> Script.beside(Import.class, script))
                .toList();
        scripts.subList(0, WHO_IS_WHO).forEach(script -> build(store, script));
        merges.markCustomers();
        SideBySide.build(store, scripts.subList(WHO_IS_WHO, scripts.size() - 1), (lane, script) -> {
            build(lane, script);
            synchronized (progress) {
                progress.advance(1);
            }
        });
        merges.count(Loader.tables());
        build(store, scripts.getLast());
        progress.advance(1 + WHO_IS_WHO);
    }

    /// Events are very many, so they are not copied: `events` is a view of what was read.
    private static void build(Store store, Script script) {
        if (PASSING.contains(script.name())) {
            store.stage(script);
            return;
        }
        if (!script.name().equals("events")) {
            store.build(script);
            return;
        }
        long views = store.number(Sql.of("select count(*) from duckdb_views() where view_name = 'events'"));
        store.run(Sql.of(views > 0 ? "drop view events" : "drop table if exists events"));
        store.run(Sql.of("create view events as " + script.text()));
    }

    /// What was doubted of a file holds until the file is given again; what was doubted of all, until any is.
    private void keep(List<Doubt> doubts, Plan plan) {
        store.run(Sql.of("create table if not exists in_doubts "
                + "(code varchar, file varchar, column_name varchar, severity integer, detail varchar)"));
        if (plan.files().isEmpty()) {
            return;
        }
        Stream<String> given = plan.files().stream().map(file -> file.raw().file());
        Stream.concat(given, doubts.stream().map(Doubt::file))
                .distinct()
                .forEach(file -> store.run(Sql.of("delete from in_doubts where file in (?, '')", file)));
        write("in_doubts", doubts);
    }

    private void write(String table, List<Doubt> doubts) {
        for (Doubt doubt : doubts) {
            String detail = doubt.values().stream()
                    .map(value -> value instanceof Number ? "cast(? as varchar)" : "cast(to_json(?) as varchar)")
                    .collect(Collectors.joining(" || ',' || "));
            List<Object> values = Stream.concat(
                            Stream.of(doubt.code(), doubt.file(), doubt.column(), doubt.severity()),
                            doubt.values().stream())
                    .toList();
            String text = detail.isEmpty() ? "'[]'" : "'[' || " + detail + " || ']'";
            store.run(new Sql("insert into " + table + " values (?, ?, ?, ?, " + text + ")", values));
        }
    }
}
