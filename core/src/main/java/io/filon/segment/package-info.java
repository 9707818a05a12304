/// Who belongs to a group, right now, and why: named rules, their members as sets of numbers, and what the sets tell.
/// Stage 4 of the loop.
///
/// Front door: [io.filon.segment.Base], the customers of a company; [io.filon.segment.Library], the segments that have
/// a name. A set is a [io.filon.segment.Members]; numbers are given once by [io.filon.segment.CustomerIndex].
///
/// Reads `customer_facts`, `traits`, `units`, `identities`, `run`; makes `segment_facts` and keeps `segment_customers`.
@NullMarked
package io.filon.segment;

import org.jspecify.annotations.NullMarked;
