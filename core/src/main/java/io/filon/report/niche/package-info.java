/// Which niche to take first, as data with sentences and as text of a terminal.
/// Front door: [io.filon.report.niche.NicheReport].
@NullMarked
package io.filon.report.niche;

import org.jspecify.annotations.NullMarked;
