/// The fit filter: from what is known at first contact, what somebody is expected to leave, and so whether to accept,
/// nurture or not prioritise. After discovery, before the report.
///
/// Front doors: [io.filon.fit.FitTraining], [io.filon.fit.FitModel] and [io.filon.fit.LiveReport]. Reads flat files of
/// leads, or the tables of *value* and *discovery*; makes `fit_contacts`.
@NullMarked
package io.filon.fit;

import org.jspecify.annotations.NullMarked;
