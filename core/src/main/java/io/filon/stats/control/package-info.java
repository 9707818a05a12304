/// Watching a number over time: a chart that remembers (EWMA), how often it is wrong, and a start without known
/// parameters. Arithmetic without marketing words.
@NullMarked
package io.filon.stats.control;

import org.jspecify.annotations.NullMarked;
