/// Where effort goes today: what is spent on each group, channel and persona beside what each leaves. Front door:
/// [io.filon.report.effort.EffortTables]. Beside the loop; reads `effort_shares`, `channel_economics`, `channel_names`,
/// `star_window`.
@NullMarked
package io.filon.report.effort;

import org.jspecify.annotations.NullMarked;
