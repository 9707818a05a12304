package io.filon.stats;

/// A smooth function to be minimised, with its gradient.
@FunctionalInterface
public interface Objective {

    /// @param at       the point; not kept, not changed
    /// @param gradient filled with the partial derivatives there
    /// @return the value; infinite or NaN where the function does not exist, in which case the gradient is not read
    double valueAndGradient(double[] at, double[] gradient);
}
