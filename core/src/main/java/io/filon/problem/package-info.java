/// What can go wrong and how it is said: the user's mistakes as [io.filon.problem.FilonException], ours as
/// `IllegalArgumentException` through [io.filon.problem.Require]. Beside the loop; knows only `text`.
@NullMarked
package io.filon.problem;

import org.jspecify.annotations.NullMarked;
