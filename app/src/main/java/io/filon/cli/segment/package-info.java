/// `filon segment …`: one class a command. Each parses, calls the library and prints.
@NullMarked
package io.filon.cli.segment;

import org.jspecify.annotations.NullMarked;
