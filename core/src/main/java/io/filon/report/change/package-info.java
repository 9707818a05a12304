/// What changed since an earlier audit: the runs a workspace keeps, and one audit set beside another. Front door:
/// [io.filon.report.change.Runs]. Beside the loop; reads `star_customers`, `loss_makers`, `lifecycle`; keeps
/// `run_history`, `run_groups`, `run_members`, `run_findings`.
@NullMarked
package io.filon.report.change;

import org.jspecify.annotations.NullMarked;
