/// What the bytes of a whole file tell in one pass: its hash and its lines. A tool of *intake*; the front door is
/// [Scan]. Reads and makes no table.
@NullMarked
package io.filon.intake.file.scan;

import org.jspecify.annotations.NullMarked;
