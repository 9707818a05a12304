package io.filon.discovery.search;

import static io.filon.problem.Require.require;

import java.util.List;

/// The customers a search looks at: their attributes as codes and their target as exact sums.
public record Base(List<Attribute> attributes, Sums sums) {

    public Base {
        attributes = List.copyOf(attributes);
        for (Attribute attribute : attributes) {
            require(
                    attribute.codes().length == sums.units().length,
                    "%s tells of %d customers and the target of %d",
                    attribute.name(),
                    attribute.codes().length,
                    sums.units().length);
        }
    }

    public int customers() {
        return sums.units().length;
    }

    /// What the customers of a rule bring over as many average ones, in units; 0 exactly where it is 0.
    double excess(int members, long sum, long total) {
        long all = customers();
        // up to 40 bits of sum by 24 of count fit one long
        return sums.lanes() == 1 ? (double) (sum * all - total * members) / all : sum - (double) total * members / all;
    }

    /// @param customers whom to keep, by place
    public Base of(int[] customers) {
        return new Base(
                attributes.stream().map(attribute -> attribute.of(customers)).toList(), sums.of(customers));
    }

    /// The same attributes of those customers, with another target.
    public Base of(int[] customers, Sums target) {
        return new Base(
                attributes.stream()
                        .parallel()
                        .map(attribute -> attribute.of(customers))
                        .toList(),
                target);
    }

    /// The same customers with another target.
    public Base with(Sums target) {
        return new Base(attributes, target);
    }

    /// Rules of exactly so many conditions, one an attribute.
    public long rules(int conditions) {
        // elementary symmetric sums of the numbers of selectors
        double[] ways = new double[conditions + 1];
        ways[0] = 1;
        for (Attribute attribute : attributes) {
            for (int k = conditions; k > 0; k--) {
                ways[k] += ways[k - 1] * attribute.selectors().size();
            }
        }
        return (long) ways[conditions];
    }
}
