package io.filon.intake.file;

import io.filon.problem.FilonException;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.util.ArrayList;
import java.util.List;

/// The records of one file that cannot be used, until they are written to the table `rejected`.
///
/// A few are put aside; more than that and the file is not what it seems, which is an error.
final class Rejects {

    private static final int MOST = 1000;
    private static final int A_HANDFUL = 3;
    private static final int LONGEST_CONTENT = 1000;
    private static final int AT_ONCE = 100;

    private record Reject(long line, String reason, String content) {}

    private final String file;
    private final List<Reject> rejects = new ArrayList<>();
    private long dropped;

    Rejects(String file) {
        this.file = file;
    }

    void add(long line, String reason, String content) {
        if (rejects.size() > MOST) {
            dropped++;
            return;
        }
        String shown = content.replace("\0", "");
        rejects.add(new Reject(line, reason, shown.substring(0, Math.min(shown.length(), LONGEST_CONTENT))));
    }

    long count() {
        return rejects.size() + dropped;
    }

    /// Why the first of them cannot be used; there must be one.
    String firstReason() {
        return rejects.getFirst().reason;
    }

    /// @param records all of the file's, these included
    /// @param code    the problem to report when they are too many: file, first line, how many, of how many
    void requireFew(long records, String code) {
        boolean few = count() <= MOST && (count() * 100 <= records || (count() <= A_HANDFUL && count() * 4 <= records));
        if (!few) {
            throw new FilonException(code, file, Long.toString(rejects.getFirst().line), count(), records);
        }
    }

    static void createTable(Store store) {
        store.run(
                Sql.of(
                        "create table if not exists rejected (source_id varchar, file varchar, line bigint, reason varchar, content varchar)"));
    }

    void writeTo(Store store) {
        for (int from = 0; from < rejects.size(); from += AT_ONCE) {
            List<Sql> values = rejects.subList(from, Math.min(from + AT_ONCE, rejects.size())).stream()
                    .map(one ->
                            Sql.of("(?, ?, ?, ?, ?)", RawTable.sourceId(file), file, one.line, one.reason, one.content))
                    .toList();
            store.run(Sql.of("insert into rejected values ").then(Sql.join(values, ", ")));
        }
    }
}
