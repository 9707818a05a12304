/// The fit filter as people read it: how it did, what it decided about each lead and why, and what to answer.
///
/// Front doors: [io.filon.report.fit.FitText] and [io.filon.report.fit.ScoredLeads]. Only shows what [io.filon.fit]
/// found.
@NullMarked
package io.filon.report.fit;

import org.jspecify.annotations.NullMarked;
