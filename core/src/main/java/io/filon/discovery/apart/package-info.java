/// What sets star customers, and customers who cost money, apart from the rest: what was known of them before a window
/// of equal length for all, against what they left inside it. Discovery at depth 1, stage 5 of the loop. Front door:
/// [io.filon.discovery.apart.SettingApart].
///
/// Reads the tables of *intake* and *value*; makes `outcome_window`, `already_there`, `outcomes`, `known_before`,
/// `attribute_values`, `attribute_codes` and the small tables they are made from by the `.sql` files of their names,
/// and `apart_tests` and `apart_traits`, which hold the answer.
@NullMarked
package io.filon.discovery.apart;

import org.jspecify.annotations.NullMarked;
