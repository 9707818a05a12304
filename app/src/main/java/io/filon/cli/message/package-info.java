/// The command on what to say to a segment, and the way to a text service over HTTP.
@NullMarked
package io.filon.cli.message;

import org.jspecify.annotations.NullMarked;
