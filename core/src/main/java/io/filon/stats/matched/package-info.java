/// Choices among days or visits of the same person: what was different about the one that was chosen. Arithmetic
/// without marketing words. Front doors: [io.filon.stats.matched.ConditionalLogit], [io.filon.stats.matched.Swaps].
@NullMarked
package io.filon.stats.matched;

import org.jspecify.annotations.NullMarked;
