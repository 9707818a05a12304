package io.filon.stats.permutation;

/// One question: do rows with this code in this column have the outcome more often, or less, than other rows of their
/// stratum whose code is known?
///
/// @param code 1 to [CodeTable#MAX_CODE]
public record Condition(int column, int code) {}
