/// What a segment is worth, whom of it one can reach, and whether anything can be done with it. Front doors:
/// [io.filon.segment.profile.Profile], [io.filon.segment.profile.Actionable], [io.filon.segment.profile.Reach].
///
/// Reads `customers`, `consents`, `customer_ledger`, `customer_facts`, `predicted_values`.
@NullMarked
package io.filon.segment.profile;

import org.jspecify.annotations.NullMarked;
