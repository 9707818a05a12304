package io.filon.intake;

import io.filon.intake.file.RawTable;
import io.filon.intake.file.Reading.Duplicate;
import io.filon.intake.load.Loader;
import io.filon.intake.plan.FilePlan;
import io.filon.intake.plan.Kind;
import io.filon.intake.plan.Link;
import io.filon.intake.plan.Plan;
import io.filon.store.Script;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/// Keeps the account of files: which are new, which are as they were, which were given twice.
final class Sources {

    private final Store store;
    private final Plan plan;
    private final Options options;
    private final int firstPosition;

    private Sources(Store store, Plan plan, Options options, int firstPosition) {
        this.store = store;
        this.plan = plan;
        this.options = options;
        this.firstPosition = firstPosition;
    }

    static Sources of(Store store, Plan plan, Options options) {
        store.run(
                Sql.of(
                        "create table if not exists in_sources (source_id varchar, file varchar, content_hash varchar, "
                                + "understood varchar, recipe varchar, kind varchar, rows_read bigint, rows_rejected bigint, "
                                + "is_duplicate boolean, rows_repeated bigint, read_at timestamp with time zone, position integer)"));
        // files given now come after all that were given before
        long first = store.number(Sql.of("select coalesce(max(position), 0) + 1 from in_sources"));
        return new Sources(store, plan, options, (int) first);
    }

    /// The same account, kept on another way into the store.
    Sources on(Store lane) {
        return new Sources(lane, plan, options, firstPosition);
    }

    void load(int position, Loader loader) {
        FilePlan file = plan.files().get(position);
        String sourceId = file.raw().sourceId();
        String understood = understood(position);
        if (isAsBefore(file, sourceId, understood)) {
            store.run(Sql.of(
                    "update in_sources set rows_repeated = 0 where source_id = ? and not is_duplicate", sourceId));
            return;
        }
        forget(sourceId);
        store.run(Sql.of("insert into in_rejected select * from rejected_by_reader where source_id = ?", sourceId));
        boolean isDuplicate = isElsewhere(file);
        long rejected = isDuplicate ? 0 : loader.load(position, sourceId);
        store.run(Sql.of(
                "insert into in_sources values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                sourceId,
                file.raw().file(),
                file.raw().contentHash(),
                understood,
                file.recipe(),
                file.kind().name().toLowerCase(Locale.ROOT),
                file.raw().rows() + file.raw().rejected(),
                file.raw().rejected() + rejected,
                isDuplicate,
                isDuplicate ? file.raw().rows() : 0L,
                options.readAt(),
                firstPosition + position));
    }

    /// Orders without a day in any file, known once all are read.
    void rejectUndated(Loader loader) {
        for (int position = 0; position < plan.files().size(); position++) {
            String sourceId = plan.files().get(position).raw().sourceId();
            long rejected = loader.rejectUndated(position, sourceId);
            if (rejected > 0) {
                store.run(Sql.of(
                        "update in_sources set rows_rejected = rows_rejected + ? where source_id = ?",
                        rejected,
                        sourceId));
            }
        }
    }

    /// A file that was not read because another has the same bytes: all its rows are merged. Under the same name it is
    /// that very file, named twice.
    void repeat(Duplicate again) {
        String sourceId = RawTable.sourceId(again.file());
        if (again.file().equals(again.sameAs())) {
            store.run(Sql.of("update in_sources set rows_repeated = ? where source_id = ?", again.rows(), sourceId));
            return;
        }
        forget(sourceId);
        store.run(Sql.of(
                """
                insert into in_sources
                select ?, ?, content_hash, understood, recipe, kind, ?, 0, true, ?, ?, ?
                from in_sources where source_id = ?
                """,
                sourceId,
                again.file(),
                again.rows(),
                again.rows(),
                options.readAt(),
                firstPosition + plan.files().size(),
                RawTable.sourceId(again.sameAs())));
    }

    /// What the reader rejected in this reading, apart from what earlier imports left.
    void noteRejected() {
        store.run(Sql.of("create table if not exists rejected as select * from in_rejected"));
        store.stage(new Script("rejected_by_reader", "select * from rejected except all select * from in_rejected"));
    }

    List<Report.Source> report() {
        return store.query(Sql.of("select * from sources order by position"), Report.Source.class);
    }

    private void forget(String sourceId) {
        if (store.number(Sql.of("select count(*) from in_sources where source_id = ?", sourceId)) > 0) {
            Loader.forget(store, sourceId);
            store.run(Sql.of("delete from in_sources where source_id = ?", sourceId));
        }
    }

    // Rows that lacked a day or a rate may find it in a file given now.
    private boolean isAsBefore(FilePlan file, String sourceId, String understood) {
        return store.number(Sql.of("""
                        select count(*) from in_sources
                        where source_id = ? and content_hash = ? and understood = ?
                        and source_id not in (select source_id from in_rejected
                            where reason in ('date_missing', 'currency_without_rate'))
                        """, sourceId, file.raw().contentHash(), understood)) > 0;
    }

    private boolean isElsewhere(FilePlan file) {
        return store.number(Sql.of(
                        "select count(*) from in_sources where content_hash = ? and not is_duplicate",
                        file.raw().contentHash()))
                > 0;
    }

    /// Changes when a correction or a file it borrows from does.
    private String understood(int position) {
        FilePlan file = plan.files().get(position);
        StringBuilder text = new StringBuilder();
        text.append(file.kind()).append(file.columns()).append(new TreeMap<>(file.statuses()));
        text.append(new TreeMap<>(file.settings())).append(file.synthesizeOrders());
        text.append(plan.currency()).append(options.zone());
        for (Link link : plan.links()) {
            text.append(link.from()).append(link.column()).append(link.key()).append(link.borrowed());
            text.append(link.aliases()).append(plan.files().get(link.to()).raw().contentHash());
        }
        plan.files().stream()
                .filter(other -> other.kind() == Kind.RATES)
                .forEach(rates -> text.append(rates.raw().contentHash()));
        return store.text(Sql.of("select md5(?)", text.toString())).orElseThrow();
    }
}
