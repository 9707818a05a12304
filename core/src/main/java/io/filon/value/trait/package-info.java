/// What was known of customers when they first bought: their traits as columns, rare values pooled, equal combinations
/// counted together. Part of *value*; reads `first_facts`. Front door: [io.filon.value.trait.Traits].
@NullMarked
package io.filon.value.trait;

import org.jspecify.annotations.NullMarked;
