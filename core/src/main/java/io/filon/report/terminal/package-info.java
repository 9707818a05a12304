/// The audit on one screen of a terminal. Front door: [io.filon.report.terminal.TerminalReport]. Beside the loop; reads
/// only the audit.
@NullMarked
package io.filon.report.terminal;

import org.jspecify.annotations.NullMarked;
