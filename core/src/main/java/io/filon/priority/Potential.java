package io.filon.priority;

/// *Potencial de ingreso* in the method's words.
public enum Potential {
    VERY_HIGH,
    HIGH,
    MEDIUM,
    LOW
}
