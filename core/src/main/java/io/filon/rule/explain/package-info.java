/// Why one customer belongs to a segment or not: each condition with its value, the events that count, what is missing,
/// and when it changes by itself. Part of the segment language; knows no stage.
///
/// Front door: [io.filon.rule.explain.Explainer]. Reads and makes no table.
@NullMarked
package io.filon.rule.explain;

import org.jspecify.annotations.NullMarked;
