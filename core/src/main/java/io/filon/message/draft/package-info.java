/// From what is known and declared to a text: parts, offer, up to three variants, each sentence with what it rests on.
/// Front door: [io.filon.message.draft.Drafting].
@NullMarked
package io.filon.message.draft;

import org.jspecify.annotations.NullMarked;
