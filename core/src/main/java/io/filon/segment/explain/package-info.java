/// Why one customer is in a segment or not, condition by condition, from the facts there are. Front door:
/// [io.filon.segment.explain.Explainer]. Makes no table.
@NullMarked
package io.filon.segment.explain;

import org.jspecify.annotations.NullMarked;
