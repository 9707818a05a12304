package io.filon.icp.claim;

/// What the data say of a claim.
public enum Verdict {
    /// The whole range lies within the tolerance.
    HOLDS,
    /// The whole range lies outside of it.
    FAILS,
    /// Neither can be told yet.
    TOO_FEW,
    /// No file says anything about it.
    UNMEASURED
}
