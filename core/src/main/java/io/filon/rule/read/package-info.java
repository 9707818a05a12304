/// Rules as text people write: YAML, or the same tree as JSON. Part of the segment language; knows no stage.
///
/// Front door: [io.filon.rule.read.RuleYaml]. Reads and makes no table.
@NullMarked
package io.filon.rule.read;

import org.jspecify.annotations.NullMarked;
