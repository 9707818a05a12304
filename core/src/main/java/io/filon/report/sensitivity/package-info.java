/// The numbers that would change the report: each assumption with the range in which the findings hold. Front door:
/// [io.filon.report.sensitivity.SensitivityTables]. Beside the loop; reads `assumptions`, `assumption_effects`,
/// `assumption_ends`, `assumed_costs` and the tables of star customers.
@NullMarked
package io.filon.report.sensitivity;

import org.jspecify.annotations.NullMarked;
