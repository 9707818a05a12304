/// Sections of the audit that stand alone: each a record of what was found, and what reads it from the store's tables.
/// Part of the report; knows nothing of the page.
@NullMarked
package io.filon.report.section;

import org.jspecify.annotations.NullMarked;
