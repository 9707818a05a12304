/// Groups of alike rows where no kind is given, and whether there are any. Arithmetic without marketing words.
@NullMarked
package io.filon.stats.cluster;

import org.jspecify.annotations.NullMarked;
