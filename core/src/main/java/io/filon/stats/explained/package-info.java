/// How much of the differences between cases groups of columns explain, tried on cases they were not learnt from. A
/// tool: no marketing words. Front door: [io.filon.stats.explained.CrossFit].
@NullMarked
package io.filon.stats.explained;

import org.jspecify.annotations.NullMarked;
