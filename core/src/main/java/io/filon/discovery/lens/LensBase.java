package io.filon.discovery.lens;

import io.filon.discovery.search.Column;
import java.util.List;

/// The customers of one lens as columns.
///
/// @param customers of the lens
/// @param everyNth  1 when all are looked at; of a big base, one of so many
/// @param net       in the window
/// @param firstNet  of the first order, on average; 0 where the lens counts it inside
/// @param compared  net beside the customers of the same quarter
/// @param keys      stable numbers of the customers; of one account when they share it
/// @param periods   of the day they came
/// @param suspects  attributes that tell the outcome too well, left out
@SuppressWarnings("ArrayRecordComponent") // columns of numbers, never compared
public record LensBase(
        long customers,
        int everyNth,
        List<LensAttribute> attributes,
        List<Column> columns,
        double[] net,
        double firstNet,
        double[] compared,
        long[] keys,
        int[] periods,
        List<LensAttribute> suspects) {}
