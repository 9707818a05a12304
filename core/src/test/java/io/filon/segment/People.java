package io.filon.segment;

import io.filon.segment.history.Decision;
import io.filon.segment.history.Decisions;
import io.filon.store.DuckStore;
import io.filon.store.Sql;
import io.filon.value.Tables;
import io.filon.value.Valuation;
import io.filon.workspace.Settings;
import io.filon.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// A small company for tests: orders typed by hand, segments as files, *value* run when the customers are asked for.
public final class People implements AutoCloseable {

    public static final Settings SETTINGS = Settings.defaults();

    private final DuckStore store;
    private final Workspace workspace;
    private int orders;

    /// @param folder for the workspace's segments
    public People(Path folder, String asOf) throws IOException {
        workspace = Workspace.at(folder);
        Files.createDirectories(workspace.segmentsFolder());
        store = Tables.empty(asOf);
        store.run(Sql.of("set threads = 1")); // small tables: threads only wait for each other
        store.run(Sql.of("create table identities (key varchar, customer_id varchar, evidence varchar)"));
    }

    public DuckStore store() {
        return store;
    }

    public Workspace workspace() {
        return workspace;
    }

    /// One order on each of the days, each of that amount without product cost.
    public People bought(String customer, String amount, String... days) {
        for (String day : days) {
            Tables.line(store, "order" + ++orders, customer, day, amount, "0");
        }
        return this;
    }

    public People signedUp(String customer, String day) {
        store.run(Sql.of("insert into customers (customer_id, created_on) values (?, cast(? as date))", customer, day));
        return this;
    }

    public void segment(String key, String rule) throws IOException {
        Files.writeString(
                workspace.segmentsFolder().resolve(key + ".yaml"), "name: The %s\nrule: %s\n".formatted(key, rule));
    }

    public void day(String day) {
        LocalDate asOf = LocalDate.parse(day);
        store.run(Sql.of("update run set as_of = ?, as_of_end = start_of_day(days_after(?, 1), zone)", asOf, asOf));
    }

    /// The customers as they are now.
    public Base base() {
        new Valuation(SETTINGS).facts(store);
        return Base.of(store);
    }

    public Library library(Base base) {
        return base.library(workspace, SETTINGS);
    }

    public Decision decided(Base base, String instant) {
        return Decisions.now(base, library(base).watched(), Instant.parse(instant));
    }

    /// Ids of a segment's members, in order.
    public List<String> members(Base base, String rule) {
        List<String> ids = new ArrayList<>();
        base.members(library(base).find(rule)).numbers().forEach((int number) -> ids.add(id(number)));
        ids.sort(String::compareTo);
        return ids;
    }

    public String id(int number) {
        return store.text(Sql.of("select customer_id from segment_customers where customer_no = ?", number))
                .orElse("nobody");
    }

    @Override
    public void close() {
        store.close();
    }
}
