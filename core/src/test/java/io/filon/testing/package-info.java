/// What tests of every package share: golden files and generated cases.
@NullMarked
package io.filon.testing;

import org.jspecify.annotations.NullMarked;
