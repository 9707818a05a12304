package io.filon.store;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/// The cells of a result's present row.
final class DuckCells implements Cells {

    private final ResultSet rows;
    private final boolean[] encoded;

    DuckCells(ResultSet rows) throws SQLException {
        this.rows = rows;
        ResultSetMetaData columns = rows.getMetaData();
        encoded = new boolean[columns.getColumnCount()];
        for (int i = 0; i < encoded.length; i++) {
            encoded[i] = columns.getColumnType(i + 1) == Types.BLOB;
        }
    }

    @Override
    public @Nullable String text(int column) {
        try {
            if (!encoded[column]) {
                return rows.getString(column + 1);
            }
            byte[] bytes = rows.getBytes(column + 1);
            return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
        } catch (SQLException e) {
            throw new StoreException("Cannot read column %d".formatted(column), e);
        }
    }

    @Override
    public double number(int column) {
        try {
            double value = rows.getDouble(column + 1);
            return rows.wasNull() ? Double.NaN : value;
        } catch (SQLException e) {
            throw new StoreException("Cannot read column %d".formatted(column), e);
        }
    }

    @Override
    public long whole(int column) {
        try {
            return rows.getLong(column + 1);
        } catch (SQLException e) {
            throw new StoreException("Cannot read column %d".formatted(column), e);
        }
    }
}
