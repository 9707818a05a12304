/// Demography beside behaviour, on the company's own customers: what each block of what is known foretells. Part of
/// *discovery*; front door [io.filon.discovery.block.Blocks]. Reads `outcomes`, `outcome_window`, `known_before`,
/// `purchase_days`, `sessions` and `session_jobs`; makes `block_visits`, `block_purchases`, `block_facts`,
/// `block_comparison` and `block_gains`.
@NullMarked
package io.filon.discovery.block;

import org.jspecify.annotations.NullMarked;
