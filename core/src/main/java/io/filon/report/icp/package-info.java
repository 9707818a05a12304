/// The imagined customer beside the real one: as data, in words, in the terminal. Front door:
/// [io.filon.report.icp.IcpTables].
@NullMarked
package io.filon.report.icp;

import org.jspecify.annotations.NullMarked;
