package io.filon.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Where a workspace keeps its tables, and the engine that runs SQL over them.
///
/// One thread at a time; another thread needs a way of its own, [#beside()]. A call either does all it says or throws
/// [StoreException] and leaves the tables as they were.
public interface Store extends AutoCloseable {

    /// Makes, or makes again, the table named after the script.
    ///
    /// @return the rows it now has
    /// @throws StoreException if the engine rejects the script; the message names the script
    long build(Script script);

    /// As [#build], for a table that is gone when the store is closed: nothing is spent on keeping it.
    long stage(Script script);

    /// As [#stage], without rows of its own: whoever reads it runs the script.
    void stageView(Script script);

    /// Another way into the same tables, staged ones too, for one more thread. To be closed by who asked for it.
    Store beside();

    /// As [#beside()], where a table made here lies over one of the same name and hides it: for work on a part of
    /// the customers. What lies over is gone when the store is closed; from elsewhere only names that nothing else
    /// has are seen of it.
    Store overlay();

    /// Runs one statement that returns nothing.
    ///
    /// @return the rows it changed
    long run(Sql sql);

    /// Adds rows to a table, far faster than by statements.
    ///
    /// @param rows values in the order of the columns: `String`, `Integer`, `Long`, `Double`, `BigDecimal`,
    ///     `Boolean`, `LocalDate` or null
    void append(String table, Iterable<List<@Nullable Object>> rows);

    /// Reads a whole table in the order it was built.
    ///
    /// @param row a record whose components are the columns, `lastRepeatWeeks` for `last_repeat_weeks`; a component
    ///     marked `@Nullable` may be null. Decimals arrive as `BigDecimal`, integers as `long` or `int`, dates as
    ///     `LocalDate`, `timestamp with time zone` as `Instant`, enums by their lower-case name
    /// @throws StoreException if the table is missing, or a component has no column
    default <R extends Record> List<R> read(String table, Class<R> row) {
        return query(Sql.of("select * from " + Sql.name(table)), row);
    }

    /// Reads what a select returns, as [#read] does.
    <R extends Record> List<R> query(Sql select, Class<R> row);

    /// Hands each row to the reader without holding them all, columns by name; for exports.
    void stream(Sql select, Consumer<Map<String, Object>> reader);

    /// Hands over the cells of each row, for wide tables read whole: no object a cell.
    ///
    /// @param reader must not keep what it is given: the next row reuses it
    void scan(Sql select, Consumer<Cells> reader);

    /// The first column of the first row as text, if there is one and it is not null.
    Optional<String> text(Sql select);

    /// The first column of the first row as a whole number; 0 when there is none.
    long number(Sql select);

    /// Whether the first column of the first row is true; not when it is null or there is no row.
    default boolean holds(Sql condition) {
        return text(condition).filter("true"::equals).isPresent();
    }

    /// Tables and views there are now, sorted.
    List<String> tables();

    /// The names of a table's columns, in their order; far cheaper than to ask the catalogue of all tables.
    ///
    /// @throws StoreException if the table is missing
    List<String> columns(String table);

    /// Stops the statements under way here and beside, from another thread; they then throw [StoreException].
    void cancel();

    @Override
    void close();
}
