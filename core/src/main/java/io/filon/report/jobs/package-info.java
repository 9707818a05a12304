/// What the commands on jobs show.
@NullMarked
package io.filon.report.jobs;

import org.jspecify.annotations.NullMarked;
