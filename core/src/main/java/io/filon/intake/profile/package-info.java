/// What a column's values look like and how they are read: numbers, dates, yes and no. Front doors:
/// [io.filon.intake.profile.Profiler], [io.filon.intake.profile.Formats]. Part of *intake*; reads the raw tables.
@NullMarked
package io.filon.intake.profile;

import org.jspecify.annotations.NullMarked;
