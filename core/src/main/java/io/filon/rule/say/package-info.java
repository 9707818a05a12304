/// Rules said as sentences, in Spanish and English. Part of the segment language; knows no stage.
///
/// Front door: [io.filon.rule.say.Sentence]. Reads and makes no table.
@NullMarked
package io.filon.rule.say;

import org.jspecify.annotations.NullMarked;
