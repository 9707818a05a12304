/// From one raw table to typed rows of its kind, `in_order_lines`, `in_customers`…, by one generated select a file.
/// Those tables stay in the workspace, so that a later import re-reads only what changed. Front door:
/// [io.filon.intake.load.Loader].
@NullMarked
package io.filon.intake.load;

import org.jspecify.annotations.NullMarked;
