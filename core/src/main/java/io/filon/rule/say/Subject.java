package io.filon.rule.say;

import io.filon.rule.FactType;

/// What a claim is about, in words.
///
/// @param verb key of the verb it takes: `have`, `carry`, `complete`, `in`
/// @param kind amounts, quantities, parts, texts and dates are each compared in words of their own
/// @param many its name; of a quantity, the plural
/// @param one  of a quantity, the singular; else the same
record Subject(String verb, String kind, FactType type, String many, String one) {

    /// How many of something.
    static Subject quantity(FactType type, String many, String one) {
        return new Subject("have", "quantity", type, many, one);
    }

    static Subject of(FactType type, String name) {
        return new Subject("have", kind(type), type, name, name);
    }

    Subject withVerb(String other) {
        return new Subject(other, kind, type, many, one);
    }

    /// As it is said of somebody who has it: of money, so much of it.
    Subject had() {
        return kind.equals("amount") && type == FactType.MONEY ? new Subject(verb, "money", type, many, one) : this;
    }

    boolean isQuantity() {
        return kind.equals("quantity");
    }

    /// Facts of one kind are said alike.
    static String kind(FactType type) {
        return switch (type) {
            case NUMBER, MONEY, SHARE -> "amount";
            case COUNT, DAYS -> "quantity";
            case TEXT, FLAG, LIST, PLACE -> "text";
            case DATE, INSTANT -> "date";
        };
    }
}
