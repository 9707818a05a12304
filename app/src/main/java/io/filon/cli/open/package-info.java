/// What commands on a company's files are given, and how they open a run and hand out an answer. Front doors:
/// [io.filon.cli.open.Exports], [io.filon.cli.open.QuestionOptions], [io.filon.cli.open.Opening].
@NullMarked
package io.filon.cli.open;

import org.jspecify.annotations.NullMarked;
