/// Models of how often customers buy, how long they stay and what an order leaves, fitted by maximum likelihood on
/// grouped histories. Part of *value*; reads arrays, no tables. Front doors: [io.filon.value.model.PurchaseHistories]
/// and [io.filon.value.model.PurchaseModel].
@NullMarked
package io.filon.value.model;

import org.jspecify.annotations.NullMarked;
