/// Tests by reshuffling: whether a yes-or-no outcome falls more often on some rows than on others, many questions asked
/// at once. Beside the loop; knows no stage. Front door: [io.filon.stats.permutation.MaxTest].
@NullMarked
package io.filon.stats.permutation;

import org.jspecify.annotations.NullMarked;
