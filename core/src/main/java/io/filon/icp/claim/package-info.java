/// Part of *icp*: what personas say beside what the customers are, with a verdict of three sides. Front door:
/// [io.filon.icp.claim.ClaimAudit].
@NullMarked
package io.filon.icp.claim;

import org.jspecify.annotations.NullMarked;
