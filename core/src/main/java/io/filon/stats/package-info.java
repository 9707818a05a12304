/// Numbers without marketing words: optimiser, quadrature, small matrices, rankings, calibration. Beside the loop;
/// knows no stage. Front doors: [io.filon.stats.QuasiNewton], [io.filon.stats.Quadrature], [io.filon.stats.Ranking].
@NullMarked
package io.filon.stats;

import org.jspecify.annotations.NullMarked;
