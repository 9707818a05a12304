/// The words and numbers people read: message bundles in Spanish and English, and money, dates and shares as the
/// reader's region writes them. Front door: [io.filon.text.Messages]. Beside the loop; knows nothing else.
@NullMarked
package io.filon.text;

import org.jspecify.annotations.NullMarked;
