package io.filon.message.check;

import io.filon.message.evidence.Figure.Unit;

/// A number in a text, in digits or in words.
///
/// @param start,end where it stands
/// @param quote     as written
/// @param upper     whether the text says it is the most: *menos de*, *under*
public record FoundNumber(int start, int end, String quote, double value, Unit unit, boolean upper) {}
