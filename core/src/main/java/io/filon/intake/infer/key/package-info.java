/// Which columns, or which together, tell orders and people apart across files, decided by their values. Front door:
/// [io.filon.intake.infer.key.OrderNumbers], [io.filon.intake.infer.key.LeadingZeros]. Part of *intake*.
@NullMarked
package io.filon.intake.infer.key;

import org.jspecify.annotations.NullMarked;
