/// The command on the size of the market.
@NullMarked
package io.filon.cli.market;

import org.jspecify.annotations.NullMarked;
