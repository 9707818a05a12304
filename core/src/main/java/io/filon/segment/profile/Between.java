package io.filon.segment.profile;

import java.math.BigDecimal;

/// An amount lies between these in eight cases of ten.
public record Between(BigDecimal low, BigDecimal high) {}
