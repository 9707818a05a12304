/// Hidden profitable segments of a whole base: whom to look for, and whom to invest in. Every rule over what was known
/// of customers before an outcome window of equal length for all, tested on customers who did not choose it. Stage 5 of
/// the loop. Front door: [io.filon.discovery.lens.HiddenSegments].
///
/// Reads the tables of *intake*, *value* and [io.filon.discovery.apart]; makes `contacts`, `lens_people`,
/// `lens_left_out`, `contact_traits` and `lens_numbers` by the `.sql` files of their names, `<lens>_customers` with
/// what the rules found ask, and `hidden_tests`, `hidden_segments`, `hidden_conditions` and `hidden_members`, which
/// hold the answer.
@NullMarked
package io.filon.discovery.lens;

import org.jspecify.annotations.NullMarked;
