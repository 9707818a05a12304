package io.filon.store;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// The cells of a result's present row.
record DuckCells(ResultSet rows) implements Cells {

    @Override
    public @Nullable String text(int column) {
        try {
            return rows.getString(column + 1);
        } catch (SQLException e) {
            throw new StoreException("Cannot read column %d".formatted(column), e);
        }
    }

    @Override
    public String encoded(int column) {
        try {
            return new String(rows.getBytes(column + 1), StandardCharsets.UTF_8);
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
