/// How long contracts last and what they will bring: subscriptions with a start and an end, by the shifted
/// beta-geometric. Part of *value*; reads `subscriptions`, `units`, `run`, makes `contract_periods`. Front door:
/// [io.filon.value.contract.Contracts].
@NullMarked
package io.filon.value.contract;

import org.jspecify.annotations.NullMarked;
