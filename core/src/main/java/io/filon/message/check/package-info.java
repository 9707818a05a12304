/// Judges any text for customers, ours or not: on relevance, value in numbers and what sets the company apart; and
/// refuses what no data stand behind. Front door: [io.filon.message.check.Checker].
@NullMarked
package io.filon.message.check;

import org.jspecify.annotations.NullMarked;
