package io.filon.stats;

/// Student's t distribution: tail and quantile.
///
/// By the regularised incomplete beta function, continued fraction after Lentz (Numerical Recipes, 6.4); relative error
/// under 1e-10 for the tails used here.
public final class Student {

    private Student() {}

    /// P(T > t).
    public static double tail(double t, double freedom) {
        if (Double.isInfinite(t) || Math.abs(t) == Double.MAX_VALUE) {
            return t > 0 ? 0 : 1;
        }
        double half = 0.5 * beta(freedom / (freedom + t * t), freedom / 2, 0.5);
        return t > 0 ? half : 1 - half;
    }

    /// The t that is exceeded with probability `tail`, by halving.
    public static double quantile(double tail, double freedom) {
        double low = -1000;
        double high = 1000;
        for (int i = 0; i < 80; i++) {
            double middle = (low + high) / 2;
            if (tail(middle, freedom) > tail) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /// The regularised incomplete beta function, I_x(a, b).
    static double beta(double x, double a, double b) {
        if (x <= 0 || x >= 1) {
            return x <= 0 ? 0 : 1;
        }
        double front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
        return x < (a + 1) / (a + b + 2) ? front * fraction(x, a, b) / a : 1 - front * fraction(1 - x, b, a) / b;
    }

    private static double fraction(double x, double a, double b) {
        double c = 1;
        double d = 1 / nonZero(1 - (a + b) * x / (a + 1));
        double h = d;
        for (int m = 1; m <= 500; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / nonZero(1 + even * d);
            c = nonZero(1 + even / c);
            h *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / nonZero(1 + odd * d);
            c = nonZero(1 + odd / c);
            h *= d * c;
            if (Math.abs(d * c - 1) < 1e-14) {
                break;
            }
        }
        return h;
    }

    private static double nonZero(double value) {
        return Math.abs(value) < 1e-300 ? 1e-300 : value;
    }

    /// Lanczos's approximation, g = 7, n = 9.
    private static double logGamma(double x) {
        double[] c = {
            0.9999999999998099,
            676.5203681218851,
            -1259.1392167224028,
            771.3234287776531,
            -176.6150291621406,
            12.507343278686905,
            -0.13857109526572012,
            9.984369578019572e-6,
            1.5056327351493116e-7
        };
        double sum = c[0];
        for (int i = 1; i < c.length; i++) {
            sum += c[i] / (x - 1 + i);
        }
        double t = x + 6.5;
        return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum);
    }
}
