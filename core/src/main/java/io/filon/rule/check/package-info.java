/// From a rule somebody wrote to one that can run. Part of the segment language; knows no stage.
///
/// Front door: [io.filon.rule.check.CheckedRule]. All problems are found before anything runs, each with its path and
/// the nearest known name. Makes and reads no table.
@NullMarked
package io.filon.rule.check;

import org.jspecify.annotations.NullMarked;
