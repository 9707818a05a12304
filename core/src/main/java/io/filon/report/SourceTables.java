package io.filon.report;

import io.filon.intake.SourcesYaml.Understood;
import io.filon.report.Audit.Column;
import io.filon.report.Audit.Rejected;
import io.filon.report.Audit.Source;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.util.List;

/// The files as understood, with their first rejected rows.
final class SourceTables {

    private static final int REJECTED_SHOWN = 5;

    private record Read(
            String sourceId,
            String file,
            String recipe,
            String kind,
            long rowsRead,
            long rowsKept,
            long rowsMerged,
            long rowsRejected) {}

    private final Store store;
    private final List<Understood> columns;

    SourceTables(Store store, List<Understood> columns) {
        this.store = store;
        this.columns = columns;
    }

    List<Source> sources() {
        return store.query(Sql.of("select * from sources order by position, source_id"), Read.class).stream()
                .map(this::source)
                .toList();
    }

    private Source source(Read read) {
        return new Source(
                read.file,
                read.recipe,
                read.kind,
                read.rowsRead,
                read.rowsKept,
                read.rowsMerged,
                read.rowsRejected,
                columns(read.file),
                rejected(read.sourceId));
    }

    private List<Column> columns(String file) {
        return columns.stream()
                .filter(understood -> understood.file().equals(file))
                .map(understood -> new Column(understood.column(), understood.role(), understood.examples()))
                .toList();
    }

    private List<Rejected> rejected(String sourceId) {
        return store.query(
                Sql.of(
                        "select line, reason, content from rejected where source_id = ? order by line limit "
                                + REJECTED_SHOWN,
                        sourceId),
                Rejected.class);
    }
}
