/// From files on disk to raw tables in the store. Part of *intake*.
@NullMarked
package io.filon.intake.file;

import org.jspecify.annotations.NullMarked;
