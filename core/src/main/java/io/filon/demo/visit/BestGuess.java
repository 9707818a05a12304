package io.filon.demo.visit;

import java.util.List;

/// The job that a visit most likely had, for one who knows `jobs.yaml` and sees only what the files show: Bayes' rule.
/// Nobody can do better, reading one visit at a time.
public final class BestGuess {

    /// @param chance 0..1 that it is right
    public record Guess(String job, double chance) {}

    private static final double RARELY = 1e-3;

    private final List<VisitJob> jobs;
    private final double favoured;

    BestGuess(List<VisitJob> jobs, double favoured) {
        this.jobs = jobs;
        this.favoured = favoured;
    }

    /// How likely a job is behind a visit of a customer with a favourite, up to a factor.
    double weight(VisitJob job, Occasion occasion, boolean anythingBought, String favourite) {
        boolean can =
                anythingBought || occasion == Occasion.ORDER || !job.name().equals(VisitJob.RESTOCK);
        return can ? job.weight(occasion) * (job.name().equals(favourite) ? favoured : 1) : 0;
    }

    Guess of(Visit visit, boolean anythingBought, boolean boughtBefore, double chance) {
        double[] logs = new double[jobs.size()];
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < logs.length; i++) {
            VisitJob job = jobs.get(i);
            logs[i] = Math.log(prior(job, visit.occasion(), anythingBought))
                    + seen(job, visit)
                    + Math.log(bought(job, visit.occasion(), boughtBefore, chance));
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

    private static double seen(VisitJob job, Visit visit) {
        double log = Math.log(Math.max(job.sources().getOrDefault(visit.source(), 0.0), 1e-9));
        for (Step step : Step.values()) {
            double mean = Math.max(job.mean(step), 1e-9);
            log += visit.count(step) * Math.log(mean) - mean;
        }
        long others = visit.count(Step.OTHER);
        log += visit.strays() * Math.log(job.wander()) + (others - visit.strays()) * Math.log(1 - job.wander());
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
