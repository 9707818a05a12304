package io.filon.discovery.confirm;

import java.util.List;

/// What a discovery found: perhaps nothing, which is an answer.
///
/// @param targetMean    of all customers
/// @param candidates    rules that were looked at, those a bound ruled out included
/// @param searchSeconds of them, the time spent searching
/// @param findings      the confirmed first, then the leads
public record Findings(
        int customers,
        double targetMean,
        int depth,
        int minCustomers,
        double candidates,
        double searchSeconds,
        List<Finding> findings) {

    public Findings {
        findings = List.copyOf(findings);
    }
}
