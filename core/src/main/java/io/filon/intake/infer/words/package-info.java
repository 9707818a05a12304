/// What the words in cells say: of a row, how it stands with an order and whether it is a sale at all; of a column,
/// whether it can be what its header says. Part of *intake*.
@NullMarked
package io.filon.intake.infer.words;

import org.jspecify.annotations.NullMarked;
