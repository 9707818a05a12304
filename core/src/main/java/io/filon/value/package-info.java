/// What each customer is worth after all costs: the ledger, the whale curve, star customers and the lifecycle. Stage 2
/// of the loop. Front door: [io.filon.value.Valuation].
///
/// Reads the tables of *intake* (`run`, `customers`, `orders`, `order_lines`, `returns`, `deals`, `leads`, `tickets`,
/// `touches`, `spend`, `subscriptions`, `events`); makes those that `docs/reference/tables.md` lists under *value*, and
/// the smaller ones they are made from, each by the `.sql` file of its name.
@NullMarked
package io.filon.value;

import org.jspecify.annotations.NullMarked;
