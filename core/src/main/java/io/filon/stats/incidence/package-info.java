/// How many have come to each end by when, of cases some of which are still open. Beside the loop; knows no stage.
/// Front door: [io.filon.stats.incidence.CumulativeIncidence].
@NullMarked
package io.filon.stats.incidence;

import org.jspecify.annotations.NullMarked;
