package io.filon.value.model;

import io.filon.stats.Objective;
import io.filon.stats.Profile;
import io.filon.value.model.Estimates.Parameter;
import io.filon.value.model.Estimates.Range;
import io.filon.value.model.Fit.Fitted;
import io.filon.value.model.Fit.NotIdentified;
import io.filon.value.model.Fit.TooFew;
import io.filon.value.model.Maximum.Search;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

// Parameters are searched as logarithms on a clock whose unit is the longest history, and told in weeks.

/// What fitting has in common for all models of how customers buy and leave.
///
/// @param names      of the parameters
/// @param times      which of them are times
/// @param likelihood minus the log-likelihood a customer, time in units of the longest history
/// @param model      from what was estimated
public record Fitting(
        List<String> names, Set<Integer> times, Likelihood likelihood, Function<Estimates, FittedModel> model) {

    public static final double DAYS_A_WEEK = 7;

    /// Fewer customers who came back say nothing about how customers differ.
    public static final int NEEDED = 10;

    private static final int ENOUGH_TO_START = 250;

    /// Of one degree of freedom, 95 %.
    private static final double CHI_SQUARE = 3.841458820694124;

    private static final int MOST_PROFILED = 10_000;
    private static final int MOST_NAMES = 6;

    /// One model's likelihood of one base.
    public interface Likelihood {
        /// @param clockDays unit of time of the parameters
        Objective of(PurchaseHistories histories, double clockDays);

        /// What it looks at: equal histories are one, unless traits tell them apart.
        default PurchaseHistories read(PurchaseHistories histories) {
            return histories.merged();
        }
    }

    /// From several starts.
    public Fit<FittedModel> fit(PurchaseHistories given, List<double[]> starts) {
        PurchaseHistories histories = likelihood.read(given);
        if (histories.returned() < NEEDED) {
            return new TooFew<>(NEEDED, (long) histories.returned());
        }
        double clock = histories.longestDays();
        PurchaseHistories part = histories.thinned(ENOUGH_TO_START);
        Objective whole = likelihood.of(histories, clock);
        Objective coarse = part == histories ? whole : likelihood.of(part, clock);
        return ended(Maximum.from(starts, coarse, whole, histories.total()), histories);
    }

    /// Newton's step from the estimates of one base towards those of another of the same kind, by the logarithms.
    public double[] step(PurchaseHistories given, Estimates from) {
        PurchaseHistories histories = likelihood.read(given);
        double[] gradient = new double[names.size()];
        likelihood.of(histories, histories.longestDays()).valueAndGradient(logs(from, histories), gradient);
        return Arrays.stream(from.curvature())
                .mapToDouble(row -> -IntStream.range(0, row.length)
                        .mapToDouble(i -> row[i] * gradient[i])
                        .sum())
                .toArray();
    }

    /// Where estimates stand in the search for a base.
    public double[] logs(Estimates estimates, PurchaseHistories histories) {
        double[] logs = new double[names.size()];
        for (int i = 0; i < logs.length; i++) {
            logs[i] = Math.log(estimates.value(i)) - (times.contains(i) ? Math.log(weeks(histories)) : 0);
        }
        return logs;
    }

    /// How well the parameters are known, by profile likelihood; by curvature where there are so many histories, or so
    /// many parameters, that it costs too much and gains nothing.
    public List<Range> ranges(PurchaseHistories given, Estimates estimates) {
        PurchaseHistories histories = likelihood.read(given);
        double[] best = logs(estimates, histories);
        double total = histories.total();
        boolean profiled = histories.groups() <= MOST_PROFILED && names.size() <= MOST_NAMES;
        Profile profile = new Profile(
                likelihood.of(histories, histories.longestDays()), best, CHI_SQUARE / 2 / total, Maximum.LIMIT);
        List<Range> ranges = new ArrayList<>();
        for (int i = 0; i < best.length; i++) {
            double half = Math.sqrt(CHI_SQUARE * estimates.curvature()[i][i] / total);
            double[] bounds = profiled ? profile.bounds(i, half) : new double[] {best[i] - half, best[i] + half};
            double unit = times.contains(i) ? weeks(histories) : 1;
            ranges.add(new Range(names.get(i), Math.exp(bounds[0]) * unit, Math.exp(bounds[1]) * unit));
        }
        return ranges;
    }

    private Fit<FittedModel> ended(Search search, PurchaseHistories histories) {
        return switch (search) {
            case Search.Lost(int parameter, Fit.Reason reason) -> new NotIdentified<>(names.get(parameter), reason);
            case Search.Found found -> new Fitted<>(model.apply(estimates(found, histories)));
        };
    }

    private Estimates estimates(Search.Found found, PurchaseHistories histories) {
        List<Parameter> parameters = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            double value = Math.exp(found.logs()[i]) * (times.contains(i) ? weeks(histories) : 1);
            parameters.add(new Parameter(names.get(i), value, value * Math.sqrt(found.covariance()[i][i])));
        }
        double perWeek = -found.value() * histories.total() - histories.totalRepeats() * Math.log(weeks(histories));
        return new Estimates(parameters, perWeek, Maximum.scaled(found.covariance(), histories.total()));
    }

    private static double weeks(PurchaseHistories histories) {
        return histories.longestDays() / DAYS_A_WEEK;
    }

    /// Where a search for the rates of purchase starts: the logarithms of shape and inverse scale of the gamma
    /// distribution with the observed mean and spread, in units of the longest history.
    static double[] moments(PurchaseHistories histories, int phases) {
        double total = histories.total();
        double mean = histories.totalRepeats() / total;
        double time = average(histories, histories::observedDays) / histories.longestDays();
        double variance = average(histories, i -> (histories.repeats(i) - mean) * (histories.repeats(i) - mean));
        double r = Math.clamp(variance > mean * 1.01 ? mean * mean / (variance - mean) : 10, 0.05, 20);
        return new double[] {Math.log(r), Math.clamp(Math.log(r * time / mean / phases), -8, 8)};
    }

    private static double average(PurchaseHistories histories, IntToDoubleFunction ofGroup) {
        double sum = 0;
        for (int i = 0; i < histories.groups(); i++) {
            sum += histories.customers(i) * ofGroup.applyAsDouble(i);
        }
        return sum / histories.total();
    }
}
