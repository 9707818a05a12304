/// One company as one folder: its settings, where its files lie, and the run that changes its database all at once or
/// not at all. Front doors: [io.filon.workspace.Workspace], [io.filon.workspace.Settings]. Beside the loop.
@NullMarked
package io.filon.workspace;

import org.jspecify.annotations.NullMarked;
