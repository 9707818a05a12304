/// What people and programs are shown: the audit as data, as one page, as a terminal summary, as JSON and as lists.
/// Front door: [io.filon.report.Audit]. Beside the loop; reads the tables the stages made.
@NullMarked
package io.filon.report;

import org.jspecify.annotations.NullMarked;
