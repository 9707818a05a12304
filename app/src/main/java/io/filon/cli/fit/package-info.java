/// The commands on whom to serve first and on the fit filter: one class a command.
@NullMarked
package io.filon.cli.fit;

import org.jspecify.annotations.NullMarked;
