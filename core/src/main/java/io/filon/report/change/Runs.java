package io.filon.report.change;

import io.filon.problem.FilonException;
import io.filon.report.Audit;
import io.filon.report.change.Baseline.Group;
import io.filon.report.change.Baseline.Said;
import io.filon.store.Script;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// The audits a workspace remembers: of each day one, who was in which group and what was said.
///
/// Of the last 24 runs it is known who was in each group; of older ones only how many.
public final class Runs {

    private static final int RUNS_WITH_MEMBERS = 24;

    private static final List<String> TABLES = List.of(
            "run_history (as_of date, currency varchar, buyers bigint, revenue decimal(18, 4), net decimal(18, 4))",
            "run_groups (as_of date, group_name varchar, customers bigint, amount decimal(18, 4))",
            "run_members (as_of date, group_name varchar, customer_id varchar, amount decimal(18, 4))",
            "run_findings (as_of date, position integer, code varchar, money decimal(18, 4))");

    private record Frame(LocalDate asOf, String currency, long buyers, BigDecimal revenue, BigDecimal net) {}

    private final Store store;

    public Runs(Store store) {
        this.store = store;
    }

    /// Whether there is anything to compare with, so that a mistake is told before the work.
    ///
    /// @throws FilonException when the file is no audit, or the workspace keeps no run
    public void check(Since since) {
        switch (since) {
            case Since.Report(java.nio.file.Path file) -> Baseline.read(file);
            case Since.Day _, Since.Last _ -> {
                if (!store.tables().contains("run_history")) {
                    throw new FilonException("since.no_runs");
                }
            }
        }
    }

    /// What changed between the earlier audit and this one.
    ///
    /// @throws FilonException when there is no such run, or it is later than this audit, or in other money
    public Change change(Audit audit, Since since) {
        Baseline before = before(audit, since);
        if (before.asOf().isAfter(audit.asOf())) {
            throw new FilonException(
                    "since.later", before.asOf().toString(), audit.asOf().toString());
        }
        if (!before.currency().equals(audit.currency())) {
            throw new FilonException("since.currency", before.currency(), audit.currency());
        }
        boolean named = before.origin().equals("workspace") && nameMembers(before.asOf());
        return new ChangeTables(store).change(before, Baseline.of(audit), named);
    }

    private Baseline before(Audit audit, Since since) {
        return switch (since) {
            case Since.Report(java.nio.file.Path file) -> Baseline.read(file);
            case Since.Day(LocalDate day) ->
                latest(day).orElseThrow(() -> new FilonException("since.no_run_before", day.toString()));
            case Since.Last() ->
                latest(audit.asOf().minusDays(1))
                        .orElseThrow(() -> new FilonException(
                                "since.no_run_before", audit.asOf().toString()));
        };
    }

    private Optional<Baseline> latest(LocalDate day) {
        return store
                .query(
                        Sql.of(
                                "select * from run_history where as_of <= ? order by as_of desc nulls last limit 1",
                                day),
                        Frame.class)
                .stream()
                .findFirst()
                .map(frame -> new Baseline(
                        frame.asOf,
                        frame.currency,
                        "workspace",
                        frame.buyers,
                        frame.revenue,
                        frame.net,
                        store.query(
                                Sql.of(
                                        "select group_name as name, customers, amount from run_groups where as_of = ?",
                                        frame.asOf),
                                Group.class),
                        store.query(
                                Sql.of(
                                        "select code, money from run_findings where as_of = ? order by position",
                                        frame.asOf),
                                Said.class)));
    }

    /// @return whether it is still known who was in the groups then
    private boolean nameMembers(LocalDate day) {
        store.run(Sql.of(
                "create or replace table since_members as select group_name, customer_id, amount from run_members "
                        + "where as_of = ?",
                day));
        store.build(Script.beside(Runs.class, "current_members"));
        store.build(Script.beside(Runs.class, "changed_members"));
        boolean somebodyWas = store.number(Sql.of(
                        "select cast(coalesce(sum(customers), 0) as bigint) from run_groups where as_of = ?", day))
                > 0;
        return !somebodyWas || store.number(Sql.of("select count(*) from since_members")) > 0;
    }

    /// Remembers an audit, in place of one of the same day.
    public void keep(Audit audit) {
        TABLES.forEach(table -> store.run(Sql.of("create table if not exists " + table)));
        LocalDate day = audit.asOf();
        for (String table : List.of("run_history", "run_groups", "run_members", "run_findings")) {
            store.run(Sql.of("delete from " + table + " where as_of = ?", day));
        }
        Baseline now = Baseline.of(audit);
        store.run(Sql.of(
                "insert into run_history values (?, ?, ?, ?, ?)",
                day,
                now.currency(),
                now.buyers(),
                now.revenue(),
                now.net()));
        now.groups()
                .forEach(group -> store.run(Sql.of(
                        "insert into run_groups values (?, ?, ?, ?)",
                        day,
                        group.name(),
                        group.customers(),
                        group.amount())));
        for (int i = 0; i < now.findings().size(); i++) {
            Said said = now.findings().get(i);
            store.run(Sql.of("insert into run_findings values (?, ?, ?, ?)", day, i + 1, said.code(), said.money()));
        }
        keepMembers(day);
    }

    private void keepMembers(LocalDate day) {
        store.build(Script.beside(Runs.class, "current_members"));
        store.run(Sql.of(
                "insert into run_members select cast(? as date), group_name, customer_id, amount from current_members",
                day));
        store.run(Sql.of("delete from run_members where as_of not in "
                + "(select as_of from run_history order by as_of desc nulls last limit " + RUNS_WITH_MEMBERS + ")"));
        for (String passing : List.of("current_members", "since_members", "changed_members")) {
            store.run(Sql.of("drop table if exists " + passing));
        }
    }
}
