package io.filon.demo.visit;

import io.filon.demo.shop.Weighted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/// Draws visits: the job first, more often the one its visitor usually comes with, then what is done. Any thread.
public final class Visits {

    /// So much more often than others does a customer come with their favourite job.
    private static final double FAVOURITE = 4;

    /// Standard deviation of the logarithm of a visit's length.
    static final double LENGTH_SPREAD = 0.6;

    private final List<VisitJob> jobs = VisitJob.all();
    private final BestGuess guess = new BestGuess(jobs, FAVOURITE);

    /// What a customer usually comes for.
    public String favourite(RandomGenerator random) {
        return jobs.get(random.nextInt(jobs.size())).name();
    }

    /// @param anythingBought whether the visitor has bought before: nobody else restocks
    public Visit draw(Occasion occasion, String favourite, boolean anythingBought, RandomGenerator random) {
        VisitJob job = job(occasion, favourite, anythingBought, random);
        List<Step> steps = new ArrayList<>();
        for (Step step : Step.values()) {
            int times = Weighted.poisson(random, job.mean(step));
            for (int i = 0; i < times; i++) {
                steps.add(step);
            }
        }
        int strays = 0;
        for (Step step : steps) {
            strays += step == Step.OTHER && random.nextDouble() < job.wander() ? 1 : 0;
        }
        double seconds = 60 * job.minutes() * Math.exp(LENGTH_SPREAD * random.nextGaussian());
        boolean looks = random.nextDouble() < job.looks();
        return new Visit(occasion, job.name(), looks, steps, strays, seconds, source(job, random));
    }

    /// What the best possible reader of the files would take the visit's job for.
    ///
    /// @param boughtBefore whether the product of the visit had been bought before
    /// @param chance       0..1 that it had, whoever came with another job than to restock
    public BestGuess.Guess guess(Visit visit, boolean anythingBought, boolean boughtBefore, double chance) {
        return guess.of(visit, anythingBought, boughtBefore, chance);
    }

    private static String source(VisitJob job, RandomGenerator random) {
        double left = random.nextDouble();
        String last = "";
        for (Map.Entry<String, Double> source : job.sources().entrySet()) {
            last = source.getKey();
            left -= source.getValue();
            if (left < 0) {
                break;
            }
        }
        return last;
    }

    private VisitJob job(Occasion occasion, String favourite, boolean anythingBought, RandomGenerator random) {
        List<Double> weights = jobs.stream()
                .map(job -> guess.weight(job, occasion, anythingBought, favourite))
                .toList();
        return new Weighted<>(jobs, weights).pick(random);
    }
}
