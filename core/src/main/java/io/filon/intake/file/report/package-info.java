/// Records of reports that are no plain table: what is written once for several rows stands in each of them, and what
/// adds rows up is none. A tool of *intake*, between [io.filon.intake.file.text] and [io.filon.intake.file]; reads and
/// makes no table.
@NullMarked
package io.filon.intake.file.report;

import org.jspecify.annotations.NullMarked;
