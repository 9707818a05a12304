package io.filon.segment;

/// Where a segment comes from.
public enum Origin {
    /// Always there: star customers, customers who cost money, the stages of the lifecycle.
    BUILT_IN,
    /// The company's own, `segments/*.yaml`.
    OWN,
    /// Shipped to start from.
    TEMPLATE,
    /// Given on the command line and not kept.
    GIVEN
}
