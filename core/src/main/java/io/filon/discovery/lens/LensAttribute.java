package io.filon.discovery.lens;

import io.filon.rule.FactType;

/// Something known of customers.
///
/// @param fact      its name in rules, and the column of the lens's table
/// @param attribute its name in the tables
/// @param named     whether that is what a file calls it
/// @param spoken    whether its values are words of ours
/// @param number    whether it is a number
public record LensAttribute(String fact, String attribute, boolean named, boolean spoken, boolean number) {

    public FactType type() {
        return number ? FactType.NUMBER : FactType.TEXT;
    }
}
