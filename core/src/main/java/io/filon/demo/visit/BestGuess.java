package io.filon.demo.visit;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The job that a visit most likely had, for one who knows `jobs.yaml` and sees only what the files show: Bayes' rule.
/// Nobody can do better, reading one visit at a time.
public final class BestGuess {

    /// @param chance 0..1 that it is right
    public record Guess(String job, double chance) {}

    /// A job's numbers as they are asked of every visit. Arrays are in the order of [Step]: millions of visits are
    /// read.
    @SuppressWarnings({"ArrayRecordComponent", "EnumOrdinal"})
    private record Likelihood(
            VisitJob job,
            double[] means,
            double[] logMeans,
            double logWander,
            double logStays,
            Map<String, Double> sources) {

        static Likelihood of(VisitJob job) {
            Step[] steps = Step.values();
            double[] means = new double[steps.length];
            double[] logs = new double[steps.length];
            for (Step step : steps) {
                means[step.ordinal()] = Math.max(job.mean(step), 1e-9);
                logs[step.ordinal()] = Math.log(means[step.ordinal()]);
            }
            return new Likelihood(job, means, logs, Math.log(job.wander()), Math.log(1 - job.wander()), job.sources());
        }

        double of(Visit visit, long[] counts) {
            double log = Math.log(Math.max(sources.getOrDefault(visit.source(), 0.0), 1e-9));
            for (int step = 0; step < counts.length; step++) {
                log += counts[step] * logMeans[step] - means[step];
            }
            long others = counts[Step.OTHER.ordinal()];
            log += visit.strays() * logWander + (others - visit.strays()) * logStays;
            if (visit.occasion() == Occasion.VISIT) {
                log += Math.log(visit.looks() ? job.looks() : 1 - job.looks());
            }
            if (visit.occasion().timed()) {
                double z = Math.log(visit.seconds() / 60 / job.minutes()) / Visits.LENGTH_SPREAD;
                log -= z * z / 2;
            }
            return log;
        }
    }

    private static final double RARELY = 1e-3;

    private final List<VisitJob> jobs;
    private final double favoured;
    private final List<Likelihood> likelihoods;
    private final Map<Occasion, double[]> logPriors = new EnumMap<>(Occasion.class);
    private final Map<Occasion, double[]> logPriorsOfNew = new EnumMap<>(Occasion.class);

    BestGuess(List<VisitJob> jobs, double favoured) {
        this.jobs = jobs;
        this.favoured = favoured;
        this.likelihoods = jobs.stream().map(Likelihood::of).toList();
        for (Occasion occasion : Occasion.values()) {
            logPriors.put(occasion, logPriors(occasion, true));
            logPriorsOfNew.put(occasion, logPriors(occasion, false));
        }
    }

    private double[] logPriors(Occasion occasion, boolean anythingBought) {
        return jobs.stream()
                .mapToDouble(job -> Math.log(prior(job, occasion, anythingBought)))
                .toArray();
    }

    /// How likely a job is behind a visit of a customer with a favourite, up to a factor.
    double weight(VisitJob job, Occasion occasion, boolean anythingBought, String favourite) {
        boolean can =
                anythingBought || occasion == Occasion.ORDER || !job.name().equals(VisitJob.RESTOCK);
        return can ? job.weight(occasion) * (job.name().equals(favourite) ? favoured : 1) : 0;
    }

    @SuppressWarnings("EnumOrdinal")
    Guess of(Visit visit, boolean anythingBought, boolean boughtBefore, double chance) {
        double[] priors = (anythingBought ? logPriors : logPriorsOfNew).getOrDefault(visit.occasion(), new double[0]);
        long[] counts = new long[Step.values().length];
        visit.steps().forEach(step -> counts[step.ordinal()]++);
        double[] logs = new double[jobs.size()];
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < logs.length; i++) {
            Likelihood likelihood = likelihoods.get(i);
            logs[i] = priors[i]
                    + likelihood.of(visit, counts)
                    + Math.log(bought(likelihood.job, visit.occasion(), boughtBefore, chance));
            most = Math.max(most, logs[i]);
        }
        int best = 0;
        double sum = 0;
        for (int i = 0; i < logs.length; i++) {
            best = logs[i] > logs[best] ? i : best;
            sum += Math.exp(logs[i] - most);
        }
        return new Guess(jobs.get(best).name(), 1 / sum);
    }

    /// Whose favourite it is nobody sees: any, equally likely.
    private double prior(VisitJob job, Occasion occasion, boolean anythingBought) {
        double prior = 0;
        for (VisitJob favourite : jobs) {
            double sum = 0;
            for (VisitJob any : jobs) {
                sum += weight(any, occasion, anythingBought, favourite.name());
            }
            prior += weight(job, occasion, anythingBought, favourite.name()) / sum / jobs.size();
        }
        return prior;
    }

    private static double bought(VisitJob job, Occasion occasion, boolean boughtBefore, double chance) {
        if (!occasion.timed()) {
            return 1; // of an order the occasion says it
        }
        double share = job.name().equals(VisitJob.RESTOCK) ? 1 : chance;
        return Math.max(boughtBefore ? share : 1 - share, RARELY);
    }
}
