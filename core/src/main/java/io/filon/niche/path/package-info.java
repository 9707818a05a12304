/// Which niches lie near which, and in which order to take them. Front door: [io.filon.niche.path.Planner].
@NullMarked
package io.filon.niche.path;

import org.jspecify.annotations.NullMarked;
