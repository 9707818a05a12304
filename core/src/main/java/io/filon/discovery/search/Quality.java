package io.filon.discovery.search;

/// What makes a rule good, from how many it covers and how much their sum exceeds what as many average customers
/// would bring.
public enum Quality {
    /// The square root of the size times the difference of means: a difference counts by how sure it is.
    ROOT_SIZE {
        @Override
        double of(int customers, double excess, int all) {
            return excess / Math.sqrt(customers);
        }

        @Override
        double part(double excess, int customers) {
            return excess * excess / customers;
        }

        @Override
        double bound(double parts, int all) {
            return Math.sqrt(parts);
        }

        @Override
        boolean reaches(double excess, int customers, double floor, int all) {
            return excess * excess >= floor * floor * customers;
        }
    },
    /// The share covered times the difference of rates: weighted relative accuracy.
    SHARE {
        @Override
        double of(int customers, double excess, int all) {
            return excess / all;
        }

        @Override
        double part(double excess, int customers) {
            return excess;
        }

        @Override
        double bound(double parts, int all) {
            return parts / all;
        }

        @Override
        boolean reaches(double excess, int customers, double floor, int all) {
            return excess >= floor * all;
        }
    };

    /// @param excess sum of the target less `customers` times the overall mean
    abstract double of(int customers, double excess, int all);

    /// What a cell with some excess can add at most to a bound: no union of cells is better than [#bound] of the sum of
    /// their parts. For the root of the size by Cauchy and Schwarz: (sum of d)² <= (sum of d²/n)(sum of n).
    abstract double part(double excess, int customers);

    abstract double bound(double parts, int all);

    /// Whether a rule with some excess, over 0, is as good as a floor, over 0; without a root or a division.
    abstract boolean reaches(double excess, int customers, double floor, int all);
}
