package io.filon.value.model;

import java.util.ArrayList;
import java.util.List;

/// A fitted model's parameters.
///
/// @param parameters    in the order of the model's paper; times in weeks
/// @param logLikelihood of all customers, time in weeks
/// @param curvature     inverse of that of the log-likelihood a customer, by the logarithms of what was searched; over
///     the customers it is their covariance; empty where nothing was searched
@SuppressWarnings("ArrayRecordComponent") // a small matrix, never compared
public record Estimates(List<Parameter> parameters, double logLikelihood, double[][] curvature) {

    /// @param standardError by the curvature of the likelihood; with fewer than some ten thousand customers the
    ///     interval made of it is too narrow (see `docs/concepts/future-value.md`)
    public record Parameter(String name, double value, double standardError) {}

    /// In 95 of 100 cases the parameter is between these; infinite where the data do not bound it.
    public record Range(String name, double low, double high) {}

    public Estimates {
        parameters = List.copyOf(parameters);
    }

    public Estimates(List<Parameter> parameters, double logLikelihood) {
        this(parameters, logLikelihood, new double[0][]);
    }

    /// The same with a further number that is known.
    public Estimates with(String name, double value) {
        List<Parameter> more = new ArrayList<>(parameters);
        more.add(new Parameter(name, value, 0));
        return new Estimates(more, logLikelihood, curvature);
    }

    /// The same with other values of the first parameters.
    public Estimates at(double[] values) {
        List<Parameter> moved = new ArrayList<>(parameters);
        for (int i = 0; i < values.length; i++) {
            moved.set(
                    i,
                    new Parameter(
                            parameters.get(i).name(),
                            values[i],
                            parameters.get(i).standardError()));
        }
        return new Estimates(moved, Double.NaN, curvature);
    }

    public double value(int parameter) {
        return parameters.get(parameter).value();
    }

    /// The values alone.
    public double[] values() {
        return parameters.stream().mapToDouble(Parameter::value).toArray();
    }
}
