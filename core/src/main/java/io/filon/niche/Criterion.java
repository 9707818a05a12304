package io.filon.niche;

/// What a niche is looked at for. Each has a scale of its own from 0 to 100 points that does not depend on the other
/// niches, so that one more niche in the list never changes the order of those already in it.
public enum Criterion {
    /// Net value of one customer in its first 12 months, money. Twice what anybody leaves, or more: 100.
    VALUE,
    /// Who could be won and is not yet. 1,000 times the smallest niche, or more: 100 (logarithmic).
    SIZE,
    /// Of who is spoken to, who buys, 0..1. Twice everybody's, or more: 100.
    WIN_RATE,
    /// Months until a customer has left what acquiring it cost. At once: 100; 24 or more: 0.
    PAYBACK,
    /// Of the customers of one year, who buys in the next, 0..1. All: 100.
    RETENTION,
    /// Of the customers, who came because another customer spoke of it, 0..1. Half or more: 100.
    REFERRAL,
    /// Service and returns in the first 12 months, money. None: 100; twice everybody's or more: 0.
    SERVICE,
    /// How alike what they come for is, 0..1: 1 when all come for the same.
    JOB,
    /// What acquiring and contacting one customer cost in its first 12 months, money. None: 100; twice everybody's:
    /// 0.
    EFFORT;

    /// @param value    of the niche
    /// @param everyone the same of all customers
    /// @param least    customers of the smallest niche
    /// @return 0..100, the more the better
    double points(double value, double everyone, int least) {
        return switch (this) {
            case VALUE, WIN_RATE -> everyone > 0 ? within(50 * value / everyone) : value > 0 ? 100 : 0;
            case SIZE -> value <= least ? 0 : within(100 * Math.log10(value / least) / 3);
            case PAYBACK -> within(100 * (1 - value / 24));
            case RETENTION, JOB -> within(100 * value);
            case REFERRAL -> within(200 * value);
            case SERVICE, EFFORT -> everyone > 0 ? within(100 - 50 * value / everyone) : value > 0 ? 0 : 100;
        };
    }

    private static double within(double points) {
        return Math.clamp(points, 0, 100);
    }
}
