package io.filon.rule.reference;

import io.filon.rule.Measure;
import io.filon.rule.Rule;
import java.util.Map;

/// What a customer is compared with: the rest of the base, at the same instant.
interface Others {

    /// The measure of each customer for whom the rule holds and who has one, by customer.
    Map<String, Object> values(Measure measure, Rule among, boolean personal);

    /// How many people of an account the rule holds for.
    long ofAccount(String account, Rule rule, boolean personal);
}
