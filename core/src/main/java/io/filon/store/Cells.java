package io.filon.store;

import org.jspecify.annotations.Nullable;

/// One row's cells by place, from 0. Only to be read while the row is handed over.
public interface Cells {

    /// A cell as text, null when it is not stated. A select of many rows hands it over by `encode(…)`: four times as
    /// fast.
    @Nullable
    String text(int column);

    /// A cell as a number, NaN when it is not stated.
    double number(int column);

    /// A stated whole number of up to 64 bits.
    long whole(int column);
}
