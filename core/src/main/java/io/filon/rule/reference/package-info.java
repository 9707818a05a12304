/// What a rule means, in plain Java over whole histories, written to be read; other readers are tested against it. Part
/// of the segment language; knows no stage.
///
/// Front door: [io.filon.rule.reference.ReferenceEvaluator]. Reads and makes no table.
@NullMarked
package io.filon.rule.reference;

import org.jspecify.annotations.NullMarked;
