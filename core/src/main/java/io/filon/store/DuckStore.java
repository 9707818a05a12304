package io.filon.store;

import io.filon.problem.FilonException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
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

        private static final Pattern AMOUNT =
                Pattern.compile("([0-9]{1,9}([.][0-9]{1,9})?) ?([KMGT])I?B", Pattern.CASE_INSENSITIVE);
        private static final int LEAST_MEGABYTES = 64;
        private static final int MOST_THREADS = 1024;

        /// Whether it is an amount of memory that the engine can work with.
        public static boolean isEnough(String memory) {
            Matcher amount = AMOUNT.matcher(memory);
            if (!amount.matches()) {
                return false;
            }
            int unit = "KMGT".indexOf(amount.group(3).toUpperCase(Locale.ROOT));
            return Double.parseDouble(amount.group(1)) * Math.pow(1000, unit - 1) >= LEAST_MEGABYTES;
        }

        public static boolean isNumberOfThreads(int threads) {
            return threads >= 1 && threads <= MOST_THREADS;
        }
    }

    // what is staged is beside the database, where every connection sees it: in memory, or compressed in a file of its
    // own, because much of it would push the database out of memory
    private static final String PASSING = "passing";
    private static final String MEMORY = ":memory:";
    private static final String OVERLAY = "overlay";

    private final Connection connection;
    private final Set<Statement> running;
    private final Callers callers;
    private final boolean over;

    private DuckStore(Connection connection, Set<Statement> running, Callers callers, boolean over) {
        this.connection = connection;
        this.running = running;
        this.callers = callers;
        this.over = over;
        callers.come(this);
        run(Sql.of("set TimeZone = 'UTC'"));
        run(Sql.of("set search_path = '%s'"
                .formatted((over ? "%3$s.%2$s,%1$s.main,%3$s.main" : "%1$s.main,%3$s.main,%3$s.%2$s")
                        .formatted(main(), OVERLAY, PASSING))));
    }

    /// The database's own name, whatever was set before.
    private String main() {
        return Sql.name(text(Sql.of(
                        "select database_name from duckdb_databases() where not internal and database_name <> ? order by database_oid",
                        PASSING))
                .orElseThrow());
    }

    private static DuckStore open(String url, Limits limits, Path temporary, String passing) {
        boolean littleData = passing.equals(MEMORY);
        Connection connection = connect(url, limits, temporary);
        try (Statement statement = connection.createStatement()) {
            statement.execute("attach %s as %s".formatted(Sql.literal(passing), PASSING));
            statement.execute("create schema %s.%s".formatted(PASSING, OVERLAY));
        } catch (SQLException e) {
            throw new StoreException("Cannot prepare " + url, e);
        }
        DuckStore store = new DuckStore(connection, ConcurrentHashMap.newKeySet(), new Callers(littleData), false);
        // Trying every way to compress each text costs more than it saves; this one suits ids and words alike.
        store.run(Sql.of("set force_compression = 'dict_fsst'"));
        prologue().forEach(statement -> store.run(Sql.of(statement)));
        return store;
    }

    private static Connection connect(String url, Limits limits, Path temporary) {
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
            return DriverManager.getConnection(url, options);
        } catch (SQLException e) {
            throw new StoreException("Cannot open " + url, e);
        }
    }

    /// A database in memory, gone when closed.
    public static DuckStore inMemory() {
        return open("jdbc:duckdb:", Limits.NONE, Path.of(System.getProperty("java.io.tmpdir")), MEMORY);
    }

    /// A database in memory whose overflow goes to `file`'s folder, for little data that nobody keeps.
    public static DuckStore passing(Path file, Limits limits) {
        return open("jdbc:duckdb:", limits, beside(file, "spill"), MEMORY);
    }

    /// The database in `file`, made when there is none. What does not fit in memory spills into a folder beside it.
    public static DuckStore open(Path file, Limits limits) {
        return open(file, limits, false);
    }

    /// As [#open(Path, Limits)].
    ///
    /// @param littleData whether statements are small, and what is staged fits in memory
    public static DuckStore open(Path file, Limits limits, boolean littleData) {
        return open(
                "jdbc:duckdb:" + file,
                limits,
                beside(file, "spill"),
                littleData ? MEMORY : fresh(beside(file, "passing")).toString());
    }

    private static Path beside(Path file, String what) {
        return file.resolveSibling(file.getFileName() + "." + what);
    }

    /// Without what a process that was cut off left there.
    private static Path fresh(Path file) {
        try {
            Files.deleteIfExists(file);
            Files.deleteIfExists(beside(file, "wal"));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot replace " + file, e);
        }
    }

    @Override
    public Store beside() {
        return another(over);
    }

    @Override
    public Store overlay() {
        return another(true);
    }

    private DuckStore another(boolean overOthers) {
        try {
            return new DuckStore(connection.unwrap(DuckDBConnection.class).duplicate(), running, callers, overOthers);
        } catch (SQLException e) {
            throw new StoreException("Cannot open another connection", e);
        }
    }

    @Override
    public long build(Script script) {
        return make("table ", script);
    }

    @Override
    public long stage(Script script) {
        return make("table %s.main.".formatted(PASSING), script);
    }

    @Override
    public void stageView(Script script) {
        make("view %s.main.".formatted(PASSING), script);
    }

    private long make(String what, Script script) {
        try {
            return run(Sql.of("create or replace %s%s as\n%s".formatted(what, Sql.name(script.name()), script.text())));
        } catch (StoreException e) {
            throw new StoreException("Script %s.sql: %s".formatted(script.name(), e.getMessage()), e);
        }
    }

    @Override
    public long run(Sql sql) {
        return using(sql, Statement::getLargeUpdateCount);
    }

    @Override
    public void append(String table, Iterable<List<@Nullable Object>> rows) {
        try (DuckDBAppender appender = appender(table)) {
            for (List<@Nullable Object> row : rows) {
                appender.beginRow();
                for (Object value : row) {
                    append(appender, value);
                }
                appender.endRow();
            }
        } catch (SQLException e) {
            throw failed("Cannot append to " + table, e);
        }
    }

    private DuckDBAppender appender(String table) throws SQLException {
        DuckDBConnection engine = connection.unwrap(DuckDBConnection.class);
        return over ? engine.createAppender(PASSING, OVERLAY, table) : engine.createAppender(table);
    }

    private static void append(DuckDBAppender appender, @Nullable Object value) throws SQLException {
        switch (value) {
            case null -> appender.appendNull();
            case String text -> appender.append(text);
            case Integer number -> appender.append(number.intValue());
            case Long number -> appender.append(number.longValue());
            case Double number -> appender.append(number.doubleValue());
            case BigDecimal number -> appender.append(number);
            case Boolean flag -> appender.append(flag.booleanValue());
            case LocalDate day -> appender.append(day);
            default -> throw new IllegalArgumentException("cannot append a " + value.getClass());
        }
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
                Sql.of("select distinct table_name from information_schema.tables where table_schema in (%s) order by 1"
                        .formatted(over ? "'main', '" + OVERLAY + "'" : "'main'")),
                row -> names.add(String.valueOf(row.get("table_name"))));
        return List.copyOf(names);
    }

    @Override
    public List<String> columns(String table) {
        return using(Sql.of("select * from %s limit 0".formatted(Sql.name(table))), statement -> {
            try (ResultSet rows = statement.getResultSet()) {
                ResultSetMetaData columns = rows.getMetaData();
                List<String> names = new ArrayList<>();
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    names.add(columns.getColumnLabel(i));
                }
                return List.copyOf(names);
            }
        });
    }

    @Override
    public void cancel() {
        for (Statement statement : running) {
            try {
                statement.cancel();
            } catch (SQLException e) {
                throw new StoreException("Cannot cancel the running statement", e);
            }
        }
    }

    @Override
    public void close() {
        callers.go(this);
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
            running.add(statement);
            try {
                if (statement instanceof PreparedStatement prepared
                        && !sql.values().isEmpty()) {
                    prepared.execute();
                } else {
                    statement.execute(sql.text());
                }
                return work.with(statement);
            } finally {
                running.remove(statement);
            }
        } catch (SQLException e) {
            throw failed("%s%n%s".formatted(e.getMessage(), sql.text()), e);
        }
    }

    /// Too little memory is the user's to change; everything else is our fault.
    private static RuntimeException failed(String what, SQLException e) {
        return String.valueOf(e.getMessage()).contains("Out of Memory Error")
                ? new FilonException("engine.memory_full")
                : new StoreException(what, e);
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
