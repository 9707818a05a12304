/// Part of *icp*: what serving a group takes, and which groups cost more than they leave. Front door:
/// [io.filon.icp.serve.BadFit]. Makes `serving_rates`, `serving_customers`, `serving_groups`.
@NullMarked
package io.filon.icp.serve;

import org.jspecify.annotations.NullMarked;
