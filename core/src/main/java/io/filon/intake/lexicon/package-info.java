/// What header words mean in Spanish, English and some other languages, and what files of each kind hold. Front door:
/// [io.filon.intake.lexicon.Lexicon]. Part of *intake*.
@NullMarked
package io.filon.intake.lexicon;

import org.jspecify.annotations.NullMarked;
