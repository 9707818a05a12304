/// `filon icp`: one class a command.
@NullMarked
package io.filon.cli.icp;

import org.jspecify.annotations.NullMarked;
