package io.filon.store;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Turns rows into records by component name: the one place that uses reflection for it.
final class RowReader<R extends Record> {

    private final Constructor<R> constructor;
    private final RecordComponent[] components;

    RowReader(Class<R> row) {
        components = row.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < types.length; i++) {
            types[i] = components[i].getType();
        }
        try {
            constructor = row.getDeclaredConstructor(types);
            constructor.setAccessible(true);
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException("Not a record: " + row.getName(), e);
        }
    }

    List<R> all(ResultSet rows) throws SQLException {
        int[] columns = new int[components.length];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = rows.findColumn(snakeCase(components[i].getName()));
        }
        List<R> result = new ArrayList<>();
        while (rows.next()) {
            result.add(one(rows, columns));
        }
        return result;
    }

    private R one(ResultSet row, int[] columns) throws SQLException {
        @Nullable Object[] values = new Object[columns.length];
        for (int i = 0; i < values.length; i++) {
            Object value = value(row, columns[i], components[i].getType());
            values[i] = row.wasNull() ? null : value;
        }
        try {
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            throw new StoreException(
                    "%s cannot hold the row %s".formatted(constructor.getDeclaringClass(), Arrays.toString(values)), e);
        }
    }

    private static @Nullable Object value(ResultSet row, int column, Class<?> type) throws SQLException {
        return switch (type.getName()) {
            case "long", "java.lang.Long" -> row.getLong(column);
            case "int", "java.lang.Integer" -> row.getInt(column);
            case "double", "java.lang.Double" -> row.getDouble(column);
            case "boolean", "java.lang.Boolean" -> row.getBoolean(column);
            case "java.lang.String" -> row.getString(column);
            case "java.time.LocalDate" -> row.getObject(column, LocalDate.class);
            default -> rare(row.getObject(column), row, column, type);
        };
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // an enum's type is only known at run time
    private static @Nullable Object rare(@Nullable Object raw, ResultSet row, int column, Class<?> type)
            throws SQLException {
        if (raw == null) {
            return null;
        }
        return switch (type.getName()) {
            case "java.math.BigDecimal" -> raw instanceof BigDecimal exact ? exact : new BigDecimal(raw.toString());
            case "java.time.Instant" ->
                row.getObject(column, OffsetDateTime.class).toInstant();
            default ->
                type.isEnum()
                        ? Enum.valueOf(
                                (Class<? extends Enum>) type,
                                row.getString(column).toUpperCase(Locale.ROOT))
                        : raw;
        };
    }

    private static String snakeCase(String camel) {
        return camel.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }

    static Object bindable(Object value) {
        return value instanceof Instant instant ? instant.atOffset(java.time.ZoneOffset.UTC) : value;
    }
}
