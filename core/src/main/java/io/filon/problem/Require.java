package io.filon.problem;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;

/// Checks of what a caller hands over.
public final class Require {

    private Require() {}

    /// @throws IllegalArgumentException with the formatted message when the claim is false
    @FormatMethod
    public static void require(boolean claim, @FormatString String message, Object... values) {
        if (!claim) {
            throw new IllegalArgumentException(message.formatted(values));
        }
    }
}
