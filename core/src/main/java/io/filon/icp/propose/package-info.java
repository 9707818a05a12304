/// Part of *icp*: persona drafts for the star customers no persona covers. Front door: [io.filon.icp.propose.Drafts].
@NullMarked
package io.filon.icp.propose;

import org.jspecify.annotations.NullMarked;
