/// Records of reports that are no plain table: what a report writes once for several rows is repeated in each of them,
/// and rows that add up others are left out. A tool of *intake*, between [io.filon.intake.file.text] and
/// [io.filon.intake.file]; reads raw tables to find their sums, makes none.
@NullMarked
package io.filon.intake.file.report;

import org.jspecify.annotations.NullMarked;
