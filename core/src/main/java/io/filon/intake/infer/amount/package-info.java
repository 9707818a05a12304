/// What the columns of money in one file are to one another, decided by arithmetic: which holds the tax, the discount,
/// the fee. Part of *intake*; used by [io.filon.intake.infer.Understanding].
@NullMarked
package io.filon.intake.infer.amount;

import org.jspecify.annotations.NullMarked;
