/// Text as records: which encoding, where cells and records end, where the header is. Knows no store and no file
/// names; serves [io.filon.intake.file].
@NullMarked
package io.filon.intake.file.text;

import org.jspecify.annotations.NullMarked;
