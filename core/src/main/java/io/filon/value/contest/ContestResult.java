package io.filon.value.contest;

import io.filon.value.model.Estimates;
import io.filon.value.model.FittedModel;
import io.filon.value.model.PurchaseModel;
import java.util.List;
import java.util.stream.DoubleStream;

/// Who foretold best, with everybody's error on the days held out.
///
/// @param origins   where it was tried
/// @param customers known at the latest origin
/// @param newcomers customers who came after it and were left out
/// @param orders    how often customers buy
/// @param values    what they leave
/// @param churn     how the chances of not buying did
public record ContestResult(Origins origins, int customers, int newcomers, Round orders, Round values, Churn churn) {

    /// One thing foretold.
    ///
    /// @param entries simplest first
    /// @param winner  index in them
    /// @param misses  how far the winner's total was off at each choosing origin, as a share of what
    ///     came; NaN where nothing did
    public record Round(List<Entry> entries, int winner, List<Double> misses) {

        public Round {
            entries = List.copyOf(entries);
            misses = List.copyOf(misses);
        }

        /// The same with the latest origin, which did not choose; only what can be told.
        public double[] allMisses() {
            DoubleStream latest =
                    chosen().part() instanceof Part.Took took && took.holdout().actual() != 0
                            ? DoubleStream.of(took.holdout().biasPercent() / 100)
                            : DoubleStream.empty();
            return DoubleStream.concat(DoubleStream.of(earlierMisses()), latest).toArray();
        }

        /// Only what can be told.
        public double[] earlierMisses() {
            return misses.stream()
                    .mapToDouble(Double::doubleValue)
                    .filter(Double::isFinite)
                    .toArray();
        }

        public Entry chosen() {
            return entries.get(winner);
        }
    }

    /// One contestant.
    ///
    /// @param rule a rule of thumb, not a model
    /// @param loss on the choosing origins, Poisson deviance for orders, squared error for value; infinite for who
    ///     could not take part, NaN when there was no earlier origin to choose by
    public record Entry(String name, boolean rule, double loss, Part part) {}

    public sealed interface Part {
        /// @param estimates at the latest origin; without parameters for rules
        /// @param holdout   on the days after it
        /// @param seconds   to fit there
        record Took(Estimates estimates, Accuracy holdout, double seconds) implements Part {}

        /// @param reason `too_few`, `not_identified`
        record Absent(String reason) implements Part {}
    }

    public sealed interface Churn {
        /// No model could be fitted.
        record Unknown() implements Churn {}

        /// @param model    whose chances they are: the winner's, else the first that could be fitted
        /// @param bend     how its chances are set right from now on, learnt at every origin
        /// @param plain    the chances as the model gives them, on the days held out
        /// @param setRight the same set right by what was learnt before
        record Chances(
                PurchaseModel model,
                Recalibration.Bend bend,
                Recalibration.Reliability plain,
                Recalibration.Reliability setRight)
                implements Churn {

            /// Chance of no purchase in the next `days`, one entry a customer.
            public double[] of(FittedModel fitted, Snapshot known, double days) {
                return bend.of(Recalibration.features(fitted, known, days));
            }
        }
    }
}
