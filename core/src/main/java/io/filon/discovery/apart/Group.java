package io.filon.discovery.apart;

/// Who is set beside the rest.
enum Group {
    /// Customers with the most net contribution in the outcome window, among all known before it.
    STARS,
    /// Customers with negative net contribution in it, among those who bought in it.
    LOSERS
}
