package io.filon.intake.plan;

import java.util.List;

/// How a column writes its values, decided once for the whole column with evidence.
public sealed interface ValueFormat {

    /// Taken as it is.
    record Text() implements ValueFormat {}

    /// A number, perhaps with a currency sign or code, percent sign, blanks, brackets or a trailing minus for
    /// negatives.
    ///
    /// @param decimal    `.` or `,`
    /// @param hundredths true when 20 means 0.20: a rate in percent, money in cents
    /// @param currency   ISO code when the cells or header name one, else empty
    record Numeric(char decimal, boolean hundredths, String currency) implements ValueFormat {}

    /// A day or an instant.
    ///
    /// @param patterns `strptime` patterns tried in order, `%d/%m/%Y`; all agree on the order of day and month.
    ///     One with `%b` or `%p` reads the text after the store's `english_dates` (`12 ene. 2024` is
    ///     `12 jan 2024`); a `Z` in it is a plain letter and means UTC
    /// @param timed    true when a time of day is written
    /// @param zoned    true when the text carries its offset (`%z`, `Z`); else it is local time of the workspace
    record Moment(List<String> patterns, boolean timed, boolean zoned) implements ValueFormat {

        /// Stands among patterns where some cells are seconds, thousandths or millionths since 1970.
        public static final String COUNTED = "%s";

        public Moment {
            patterns = List.copyOf(patterns);
        }
    }

    /// A count since 1970-01-01 UTC.
    ///
    /// @param perSecond 1, 1000 or 1_000_000
    record Epoch(long perSecond) implements ValueFormat {}

    /// Days since 1899-12-30, as spreadsheets count.
    record SpreadsheetDay() implements ValueFormat {}

    /// Yes or no.
    ///
    /// @param yes lower-case texts that mean yes; every other non-empty text means no
    record Flag(List<String> yes) implements ValueFormat {
        public Flag {
            yes = List.copyOf(yes);
        }
    }
}
