/// What the commands on segments show: records that are their JSON, and the same as text for a terminal. Beside the
/// loop; computes nothing.
@NullMarked
package io.filon.report.segment;

import org.jspecify.annotations.NullMarked;
