/// Which niche to take first, how much of it is the company's, and which comes after. Between *market* and
/// *priority*.
///
/// Front door: [io.filon.niche.Niching], which gives [io.filon.niche.Niches].
///
/// Reads the tables of *intake*, *value*, *behaviour* and *discovery*, and what *market* found; makes `niche_facts`,
/// `niche_want_days`, `niche_wants`, `niche_people` and `niche_deals`.
@NullMarked
package io.filon.niche;

import org.jspecify.annotations.NullMarked;
