/// Where visits that could have ended in a purchase stop, and what it costs. *behaviour*, stage 3 of the loop. Front
/// door: [io.filon.behaviour.barrier.Barriers]. Reads *intake*, *value* and `sessions`; makes `behaviour_groups`,
/// `group_funnels`, `funnel_totals`, `barriers`, `visit_steps`, `return_reasons` and facts named `barrier.…`.
@NullMarked
package io.filon.behaviour.barrier;

import org.jspecify.annotations.NullMarked;
