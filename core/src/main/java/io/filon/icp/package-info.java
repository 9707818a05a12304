/// *icp*, after discovery: how far the imagined customer is from the real one. Front door: [io.filon.icp.IcpAudit].
///
/// Reads `customer_facts`, `persona_members`, the lenses and hidden segments of discovery; its parts are
/// [io.filon.icp.claim] (what personas say beside what is) and [io.filon.icp.operating] (who the ideal customer is).
@NullMarked
package io.filon.icp;

import org.jspecify.annotations.NullMarked;
