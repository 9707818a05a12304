/// Part of *icp*: operating ICPs as files that stay, and what changed from one to the next. Front door:
/// [io.filon.icp.version.Versions].
@NullMarked
package io.filon.icp.version;

import org.jspecify.annotations.NullMarked;
