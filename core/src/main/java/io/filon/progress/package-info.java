/// How far long work has come: told to [io.filon.progress.Progress] by whoever works, shown by whoever asked. Beside
/// the loop; knows nothing else.
@NullMarked
package io.filon.progress;

import org.jspecify.annotations.NullMarked;
