package io.filon.value.model;

import java.util.List;

/// A fitted model's parameters.
///
/// @param parameters    in the order of the model's paper; times in weeks
/// @param logLikelihood of all customers, time in weeks
public record Estimates(List<Parameter> parameters, double logLikelihood) {

    /// @param standardError by the curvature of the likelihood; with fewer than some ten thousand customers the
    /// interval
    ///     made of it is too narrow (see `docs/concepts/future-value.md`)
    public record Parameter(String name, double value, double standardError) {}

    public Estimates {
        parameters = List.copyOf(parameters);
    }

    public double value(int parameter) {
        return parameters.get(parameter).value();
    }

    /// The values alone.
    public double[] values() {
        return parameters.stream().mapToDouble(Parameter::value).toArray();
    }
}
