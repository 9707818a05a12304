/// The matrix of priorities and the budget as people read them: data, text, and the list of whom to contact.
///
/// Front door: [io.filon.report.priority.Priority]. Only shows what [io.filon.priority] worked out.
@NullMarked
package io.filon.report.priority;

import org.jspecify.annotations.NullMarked;
