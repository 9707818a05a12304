package io.filon.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The store on DuckDB: one file, or memory.
///
/// Never reaches the network: extensions are neither installed nor loaded on demand. Calls are native and pin their
/// thread, so use platform threads.
public final class DuckStore implements Store {

    /// How much of the machine the engine may use.
    ///
    /// @param memory  as DuckDB writes it, `4GB`; empty for its default of 80 % of the machine
    /// @param threads 0 for one a core
    public record Limits(String memory, int threads) {
        public static final Limits NONE = new Limits("", 0);
    }

    private final Connection connection;
    private volatile @Nullable Statement running;

    private DuckStore(String url, Limits limits, Path temporary) {
        Properties options = new Properties();
        options.setProperty("autoinstall_known_extensions", "false");
        options.setProperty("autoload_known_extensions", "false");
        options.setProperty("temp_directory", temporary.toString());
        if (!limits.memory.isEmpty()) {
            options.setProperty("memory_limit", limits.memory);
        }
        if (limits.threads > 0) {
            options.setProperty("threads", Integer.toString(limits.threads));
        }
        try {
            connection = DriverManager.getConnection(url, options);
        } catch (SQLException e) {
            throw new StoreException("Cannot open " + url, e);
        }
        run(Sql.of("set TimeZone = 'UTC'"));
        prologue().forEach(statement -> run(Sql.of(statement)));
    }

    /// A database in memory, gone when closed.
    public static DuckStore inMemory() {
        return new DuckStore("jdbc:duckdb:", Limits.NONE, Path.of(System.getProperty("java.io.tmpdir")));
    }

    /// The database in `file`, made when there is none. What does not fit in memory spills into a folder beside it.
    public static DuckStore open(Path file, Limits limits) {
        return new DuckStore("jdbc:duckdb:" + file, limits, file.resolveSibling(file.getFileName() + ".spill"));
    }

    @Override
    public long build(Script script) {
        return make("create or replace table", script);
    }

    @Override
    public long stage(Script script) {
        return make("create or replace temp table", script);
    }

    private long make(String create, Script script) {
        try {
            return run(Sql.of("%s %s as\n%s".formatted(create, Sql.name(script.name()), script.text())));
        } catch (StoreException e) {
            throw new StoreException("Script %s.sql: %s".formatted(script.name(), e.getMessage()), e);
        }
    }

    @Override
    public long run(Sql sql) {
        return using(sql, Statement::getLargeUpdateCount);
    }

    @Override
    public <R extends Record> List<R> query(Sql select, Class<R> row) {
        RowReader<R> reader = new RowReader<>(row);
        return using(select, statement -> {
            try (ResultSet rows = statement.getResultSet()) {
                return reader.all(rows);
            }
        });
    }

    @Override
    public void stream(Sql select, Consumer<Map<String, Object>> reader) {
        using(select, statement -> {
            try (ResultSet rows = statement.getResultSet()) {
                ResultSetMetaData columns = rows.getMetaData();
                while (rows.next()) {
                    Map<String, Object> row = new LinkedHashMap<>();
                    for (int i = 1; i <= columns.getColumnCount(); i++) {
                        Object value = rows.getObject(i);
                        if (value != null) {
                            row.put(columns.getColumnLabel(i), value);
                        }
                    }
                    reader.accept(row);
                }
            }
            return 0L;
        });
    }

    @Override
    public void scan(Sql select, Consumer<Cells> reader) {
        using(select, statement -> {
            try (ResultSet rows = statement.getResultSet()) {
                Cells cells = new DuckCells(rows);
                while (rows.next()) {
                    reader.accept(cells);
                }
            }
            return 0L;
        });
    }

    @Override
    public Optional<String> text(Sql select) {
        return using(select, statement -> {
            try (ResultSet rows = statement.getResultSet()) {
                return rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.<String>empty();
            }
        });
    }

    @Override
    public long number(Sql select) {
        return text(select).map(Long::parseLong).orElse(0L);
    }

    @Override
    public List<String> tables() {
        List<String> names = new ArrayList<>();
        stream(
                Sql.of("select table_name from information_schema.tables where table_schema = 'main' order by 1"),
                row -> names.add(String.valueOf(row.get("table_name"))));
        return List.copyOf(names);
    }

    @Override
    public void cancel() {
        Statement statement = running;
        if (statement != null) {
            try {
                statement.cancel();
            } catch (SQLException e) {
                throw new StoreException("Cannot cancel the running statement", e);
            }
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new StoreException("Cannot close the database", e);
        }
    }

    private interface Work<T> {
        T with(Statement executed) throws SQLException;
    }

    // preparing plans twice, so only statements with values are prepared
    private <T> T using(Sql sql, Work<T> work) {
        try (Statement statement = sql.values().isEmpty() ? connection.createStatement() : prepared(sql)) {
            running = statement;
            if (statement instanceof PreparedStatement prepared && !sql.values().isEmpty()) {
                prepared.execute();
            } else {
                statement.execute(sql.text());
            }
            return work.with(statement);
        } catch (SQLException e) {
            throw new StoreException("%s%n%s".formatted(e.getMessage(), sql.text()), e);
        } finally {
            running = null;
        }
    }

    private PreparedStatement prepared(Sql sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql.text());
        for (int i = 0; i < sql.values().size(); i++) {
            statement.setObject(i + 1, RowReader.bindable(sql.values().get(i)));
        }
        return statement;
    }

    /// The portable functions, one `create` a paragraph ending in `;`.
    private static List<String> prologue() {
        try (InputStream in = DuckStore.class.getResourceAsStream("duckdb/functions.sql")) {
            if (in == null) {
                throw new IllegalStateException("No duckdb/functions.sql beside " + DuckStore.class.getName());
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)^--.*$", "");
            return Arrays.stream(text.split(";\\s*(\n|$)", -1))
                    .map(String::strip)
                    .filter(statement -> !statement.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
