package io.filon.intake;

import java.util.Locale;

/// When an order counts as a purchase. Orders cancelled, refused or refunded in full never do; an order whose file
/// states no status always does.
public enum Purchase {
    CREATED,
    PAID,
    DELIVERED;

    /// As `filon.yaml` says it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
