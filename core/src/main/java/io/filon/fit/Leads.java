package io.filon.fit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// People or companies at their first contact, and what became of them, column by column.
///
/// @param columns  what was known of each, in the order of the cells
/// @param rows     in the order of the file
public record Leads(List<Column> columns, List<Lead> rows) {

    public Leads {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /// @param key    the name without capitals, accents and signs: how another file is matched
    /// @param header as the file writes it
    public record Column(String key, String header) {}

    /// How a lead ended, as far as is known.
    public enum Outcome {
        WON,
        LOST,
        /// Neither: it says nothing yet, and is not a loss.
        OPEN
    }

    /// @param day    of the first contact, days since 1970-01-01; the row's number where no file tells; -1 when
    ///     this
    /// one's
    ///     is not known
    /// @param net    what was left in the horizon, avoidable costs taken off; NaN when not known yet
    /// @param amount what was sold, before margin and costs; NaN when nothing was, or nobody tells
    /// @param cells  by column; null when not stated
    public record Lead(String id, long day, Outcome outcome, double net, double amount, List<@Nullable String> cells) {

        /// Whether its end is known.
        public boolean known() {
            return !Double.isNaN(net);
        }
    }
}
