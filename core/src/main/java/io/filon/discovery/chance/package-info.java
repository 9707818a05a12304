/// Whether a difference of means is more than chance: samples, permutation within a group, an interval that follows
/// skewed money. Part of *discovery*; numbers in, numbers out, knows no rule.
@NullMarked
package io.filon.discovery.chance;

import org.jspecify.annotations.NullMarked;
