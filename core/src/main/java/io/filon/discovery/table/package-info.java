/// One flat table of customers in, findings out: which columns are attributes, which is the target, what a reader is
/// told. Part of *discovery*; reads one raw table of the store, makes none.
///
/// Front doors: [io.filon.discovery.table.FlatTable] and [io.filon.discovery.table.FindingsJson].
@NullMarked
package io.filon.discovery.table;

import org.jspecify.annotations.NullMarked;
