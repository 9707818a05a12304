/// What the company declares of what it says to a segment, `propositions/*.yaml`. Front door:
/// [io.filon.message.declared.Propositions].
@NullMarked
package io.filon.message.declared;

import org.jspecify.annotations.NullMarked;
