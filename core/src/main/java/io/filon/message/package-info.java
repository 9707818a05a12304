/// What to say to each group: relevance, value in numbers, what sets the company apart, each sentence with what it
/// rests on; and a judge of any text. Front door: [io.filon.message.Proposing].
///
/// Reads `propositions/*.yaml` and the tables of *intake*, *value* and *behaviour*; the groups come as selects.
@NullMarked
package io.filon.message;

import org.jspecify.annotations.NullMarked;
