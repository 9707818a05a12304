/// From files on disk to raw tables in the store: unpacks, finds out format, encoding, delimiter and header, and loads
/// every cell as text. First step of *intake*; what the columns mean is decided later.
///
/// Front door: [io.filon.intake.file.RawFiles]. Makes the tables `raw_0`, `raw_1`… and `rejected`.
@NullMarked
package io.filon.intake.file;

import org.jspecify.annotations.NullMarked;
