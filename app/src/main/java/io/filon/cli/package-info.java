/// The command line: one class a command, each parses, calls `core` and prints. Front door: [io.filon.cli.Main].
@NullMarked
package io.filon.cli;

import org.jspecify.annotations.NullMarked;
