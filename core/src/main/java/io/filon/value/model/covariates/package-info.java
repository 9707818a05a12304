/// How often customers buy and when they leave, by what was known of them at the first purchase. Part of *value*;
/// front door: [io.filon.value.model.covariates.MbgNbdCovariates].
@NullMarked
package io.filon.value.model.covariates;

import org.jspecify.annotations.NullMarked;
