package io.filon.priority;

/// What it takes to reach and convince a customer, in the method's words.
///
/// Where no file states what a contact costs, it is assumed to cost so many times a message: a message, one with an
/// offer worth preparing, a letter, a call.
public enum Effort {
    LOW(1),
    MEDIUM(5),
    HIGH(50),
    VERY_HIGH(150);

    private final double messages;

    Effort(double messages) {
        this.messages = messages;
    }

    /// @param messageCost what one message is assumed to cost
    double contactCost(double messageCost) {
        return messages * messageCost;
    }
}
