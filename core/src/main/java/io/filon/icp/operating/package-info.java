/// Part of *icp*: who the ideal customer is in fact, found on one half of the customers and checked on the other. Front
/// door: [io.filon.icp.operating.OperatingIcp].
@NullMarked
package io.filon.icp.operating;

import org.jspecify.annotations.NullMarked;
