package io.filon.report;

import io.filon.behaviour.job.JobLibrary;
import io.filon.store.Sql;
import io.filon.store.Store;
import io.filon.text.Phrase;
import io.filon.text.Phrase.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Whom what customers do gives a reason to write to: overdue ones, those whose last visit stopped on the way to a
/// purchase, and those who came last for each job.
public final class BehaviourGroups implements GroupRows {

    private static final String OVERDUE = "overdue";
    private static final String STOPPED = "stopped_";
    private static final String JOB = "job_";

    private record Name(String name) {}

    private final Store store;

    public BehaviourGroups(Store store) {
        this.store = store;
    }

    @Override
    public List<String> groups() {
        List<String> groups = new ArrayList<>(List.of(OVERDUE));
        groups.addAll(names(
                "select distinct ? || value as name from behaviour_facts where name = 'barrier.step' "
                        + "order by name",
                STOPPED));
        groups.addAll(names(
                "select distinct ? || current_job as name from customer_jobs "
                        + "where current_job is not null order by name",
                JOB));
        return groups;
    }

    @Override
    public boolean makes(String list) {
        return list.equals(OVERDUE) || list.startsWith(STOPPED) || list.startsWith(JOB);
    }

    private List<String> names(String select, String prefix) {
        return store.query(Sql.of(select, prefix), Name.class).stream()
                .map(Name::name)
                .toList();
    }

    @Override
    public void each(String group, Consumer<Row> reader) {
        if (group.startsWith(STOPPED)) {
            read(
                    Sql.of(
                            "select customer_id, value as step from behaviour_facts where name = 'barrier.step' and value = ?",
                            group.substring(STOPPED.length())),
                    row -> Phrase.of("reason.stopped", new Value.Word("behaviour.step.name." + row.get("step"))),
                    reader);
        } else if (group.startsWith(JOB)) {
            read(
                    Sql.of(
                            "select customer_id, current_job as job from customer_jobs where current_job = ?",
                            group.substring(JOB.length())),
                    row -> Phrase.of("reason.job", job(String.valueOf(row.get("job")))),
                    reader);
        } else {
            read(
                    Sql.of("select customer_id, hiatus_days, usual_gap_days from repurchase_cycles where overdue > 2"),
                    row -> Phrase.of("reason.overdue", days(row.get("hiatus_days")), days(row.get("usual_gap_days"))),
                    reader);
        }
    }

    private static Value job(String key) {
        return JobLibrary.isBuiltIn(key) ? new Value.Word("visit_job." + key) : new Value.Name(key);
    }

    private static Value days(@Nullable Object days) {
        return new Value.Decimal(days instanceof Number number ? number.doubleValue() : 0, 0);
    }

    /// Those with most money behind them first.
    private void read(
            Sql members, java.util.function.Function<Map<String, Object>, Phrase> reason, Consumer<Row> reader) {
        StoredGroups.read(
                store,
                Sql.of("select told.*, customer_windows.net_12m as money from (")
                        .then(members)
                        .then(Sql.of(") as told left join customer_windows "
                                + "on customer_windows.customer_id = told.customer_id")),
                "members.money desc nulls last",
                reason,
                reader);
    }
}
