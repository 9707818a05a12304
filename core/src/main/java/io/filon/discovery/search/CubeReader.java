package io.filon.discovery.search;

import java.util.Arrays;

/// Reads every rule of a cube from its prefix sums, and hands those that may be good enough to a keeper.
///
/// Whole slices are left out by a bound that holds for any union of cells ([Quality#part]). One thread.
final class CubeReader {

    /// Rounding of the bounds; a rule this close to the floor is still offered.
    private static final double SLACK = 1 - 1e-9;

    private final Base base;
    private final Quality quality;
    private final Keeper keeper;
    private final int least;
    private final int lanes;
    private final long total;
    private final double mean;
    private final int all;
    private final int[] places = new int[8];
    private long[] prefix = {};
    private double[] parts = {};
    private final long[] slice = new long[2 * Attribute.MOST];
    private final long[] counts = new long[Attribute.MOST + 1];
    private final long[] sums = new long[Attribute.MOST + 1];

    CubeReader(Base base, Quality quality, Keeper keeper, int least) {
        this.base = base;
        this.quality = quality;
        this.keeper = keeper;
        this.least = least;
        this.lanes = base.sums().lanes();
        this.total = base.sums().total();
        this.all = base.customers();
        this.mean = (double) total / all;
    }

    /// @param given conditions that hold for all customers of the cube, attribute and selector in pairs
    void read(int[] given, Dimension a, Dimension b, Dimension c, long[] cube) {
        System.arraycopy(given, 0, places, 0, given.length);
        sumUp(a, b, c, cube);
        keeper.begin();
        int after = put(given.length, a);
        for (int i = 0; i < a.from().length; i++) {
            select(after, given.length, i);
            int last = put(after, b);
            for (int j = 0; j < b.from().length; j++) {
                select(last, after, j);
                if (!hopeless(bound(a, i, b, j))) {
                    readSlice(a, i, b, j, c, put(last, c), last);
                }
            }
        }
        keeper.end();
    }

    /// Room for the dimension's condition; a flat one has none.
    private int put(int at, Dimension dimension) {
        if (dimension.attribute() < 0) {
            return at;
        }
        places[at] = dimension.attribute();
        return at + 2;
    }

    private void select(int after, int before, int selector) {
        if (after > before) {
            places[before + 1] = selector;
        }
    }

    private boolean hopeless(double parts) {
        return keeper.floor > 0 && quality.bound(parts, all) < keeper.floor * SLACK;
    }

    /// Prefix sums over the first two dimensions of the third's rows, and of the cells' parts.
    private void sumUp(Dimension a, Dimension b, Dimension c, long[] cube) {
        int row = c.width() * lanes;
        int across = (b.width() + 1) * row;
        int needed = (a.width() + 1) * across;
        if (prefix.length < needed) {
            prefix = new long[needed];
        }
        int edge = b.width() + 1;
        if (parts.length < (a.width() + 1) * edge) {
            parts = new double[(a.width() + 1) * edge];
        }
        Arrays.fill(prefix, 0, across, 0);
        Arrays.fill(parts, 0, edge, 0);
        for (int i = 0; i < a.width(); i++) {
            int into = (i + 1) * across;
            Arrays.fill(prefix, into, into + row, 0);
            parts[(i + 1) * edge] = 0;
            for (int j = 0; j < b.width(); j++) {
                int from = (i * b.width() + j) * c.width();
                add(cube, from * lanes, into + (j + 1) * row, row, across);
                int part = (i + 1) * edge + j + 1;
                parts[part] = partOf(cube, from, c.width(), mean)
                        + parts[part - edge]
                        + parts[part - 1]
                        - parts[part - edge - 1];
            }
        }
    }

    private void add(long[] cube, int from, int into, int row, int across) {
        long[] prefix = this.prefix;
        for (int k = 0; k < row; k++) {
            prefix[into + k] = cube[from + k]
                    + prefix[into + k - across]
                    + prefix[into + k - row]
                    - prefix[into + k - across - row];
        }
    }

    /// @param against the mean an excess is over
    private double partOf(long[] cells, int from, int width, double against) {
        double part = 0;
        for (int k = from; k < from + width; k++) {
            int customers = Sums.count(cells, k, lanes);
            double excess = Sums.sum(cells, k, lanes) - against * customers;
            if (excess > 0) {
                part += quality.part(excess, customers);
            }
        }
        return part;
    }

    private double bound(Dimension a, int i, Dimension b, int j) {
        int edge = b.width() + 1;
        int low = a.from()[i] * edge;
        int high = a.to()[i] * edge;
        double sum =
                parts[high + b.to()[j]] - parts[low + b.to()[j]] - parts[high + b.from()[j]] + parts[low + b.from()[j]];
        // the differences lose at most so much
        return sum + 1e-9 * parts[high + b.to()[j]];
    }

    private void readSlice(Dimension a, int i, Dimension b, int j, Dimension c, int length, int last) {
        cut(a, i, b, j, c);
        int width = c.width();
        long customers = 0;
        long sum = 0;
        for (int k = 0; k < width; k++) {
            counts[k] = customers;
            sums[k] = sum;
            customers += Sums.count(slice, k, lanes);
            sum += Sums.sum(slice, k, lanes);
        }
        counts[width] = customers;
        sums[width] = sum;
        if (customers < least) {
            return;
        }
        // the slice as a whole is one of the simpler rules
        double simplest = keeper.simplest(places, last / 2);
        double against = Double.isInfinite(simplest) ? mean : Math.max(simplest, (double) sum / customers);
        if (keeper.floor > 0 && hopeless(partOf(slice, 0, width, against))) {
            return;
        }
        for (int k = 0; k < c.from().length; k++) {
            int members = (int) (counts[c.to()[k]] - counts[c.from()[k]]);
            if (members >= least) {
                long their = sums[c.to()[k]] - sums[c.from()[k]];
                double excess = their - against * members;
                if (keeper.floor <= 0 || promising(excess, members)) {
                    select(length, last, k);
                    double exact = base.excess(members, their, total);
                    keeper.offer(places, length / 2, members, their, quality.of(members, exact, all));
                }
            }
        }
    }

    private boolean promising(double excess, int members) {
        return excess > 0 && quality.reaches(excess, members, keeper.floor * SLACK, all);
    }

    /// The third dimension's row within a run of the first and one of the second.
    private void cut(Dimension a, int i, Dimension b, int j, Dimension c) {
        int row = c.width() * lanes;
        int across = (b.width() + 1) * row;
        int highHigh = a.to()[i] * across + b.to()[j] * row;
        int lowHigh = a.from()[i] * across + b.to()[j] * row;
        int highLow = a.to()[i] * across + b.from()[j] * row;
        int lowLow = a.from()[i] * across + b.from()[j] * row;
        long[] prefix = this.prefix;
        long[] slice = this.slice;
        for (int k = 0; k < row; k++) {
            slice[k] = prefix[highHigh + k] - prefix[lowHigh + k] - prefix[highLow + k] + prefix[lowLow + k];
        }
    }
}
