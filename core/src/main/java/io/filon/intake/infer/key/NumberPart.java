package io.filon.intake.infer.key;

import io.filon.intake.profile.ColumnProfile;

/// What stands before a number that begins anew: a column as it is, or the year of a day.
record NumberPart(ColumnProfile column, boolean yearOfDay) {

    private static final String YEAR = "coalesce(nullif(regexp_extract(c%1$d, '(?:19|20)[0-9]{2}'), ''), "
            + "nullif(regexp_extract(c%1$d, '^[0-9]{1,2}[-/.][0-9]{1,2}[-/.]([0-9]{2})\\b', 1), ''))";

    static NumberPart of(ColumnProfile column) {
        return new NumberPart(column, false);
    }

    String sql() {
        return (yearOfDay ? YEAR : "c%d").formatted(column.index());
    }

    /// The same of another file.
    NumberPart in(ColumnProfile same) {
        return new NumberPart(same, yearOfDay);
    }
}
