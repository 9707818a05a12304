/// The exhaustive search for groups worth more than the rest: attributes as one-byte codes, every pair and triple of
/// them counted once into a cube, every rule read from the cube's prefix sums. Part of *discovery*; plain arrays in,
/// rules out, knows no table and no store.
///
/// Front door: [io.filon.discovery.search.Search] over a [io.filon.discovery.search.Base].
@NullMarked
package io.filon.discovery.search;

import org.jspecify.annotations.NullMarked;
