/// Draws of distributions that the platform lacks. Front door: [io.filon.stats.draw.Variates].
@NullMarked
package io.filon.stats.draw;

import org.jspecify.annotations.NullMarked;
