package io.filon.stats;

// Golub and Welsch (1969): the nodes are the eigenvalues of the symmetric tridiagonal matrix of the orthogonal
// polynomials' recurrence, the weights the squared first components of its eigenvectors. No gamma function is needed
// because the weights are normed to add up to 1. Eigenvalues by implicit QL (Wilkinson's shift).

/// A rule of Gauss: nodes in (0, 1) and weights that add up to 1, exact for polynomials up to degree 2n - 1.
public final class Quadrature {

    private final double[] nodes;
    private final double[] weights;

    private Quadrature(double[] nodes, double[] weights) {
        this.nodes = nodes;
        this.weights = weights;
    }

    /// Plain averages over (0, 1).
    public static Quadrature uniform(int count) {
        return beta(count, 1, 1);
    }

    /// Averages under the beta distribution with density proportional to q^(a-1) (1-q)^(b-1).
    ///
    /// @param a over 0
    /// @param b over 0
    public static Quadrature beta(int count, double a, double b) {
        double[] diagonal = new double[count];
        double[] off = new double[count];
        double p = b - 1; // Jacobi's exponents on (-1, 1)
        double q = a - 1;
        for (int i = 0; i < count; i++) {
            double sum = 2 * i + p + q;
            double centre = i == 0 ? (q - p) / (p + q + 2) : (q - p) * (q + p) / (sum * (sum + 2));
            diagonal[i] = (1 + centre) / 2;
            if (i > 0) {
                double square = i == 1
                        ? 4 * (1 + p) * (1 + q) / ((2 + p + q) * (2 + p + q) * (3 + p + q))
                        : 4 * i * (i + p) * (i + q) * (i + p + q) / (sum * sum * (sum + 1) * (sum - 1));
                off[i - 1] = Math.sqrt(square) / 2;
            }
        }
        double[] first = new double[count];
        first[0] = 1;
        diagonalise(diagonal, off, first);
        for (int i = 0; i < count; i++) {
            first[i] *= first[i];
        }
        return new Quadrature(diagonal, first);
    }

    public int size() {
        return nodes.length;
    }

    public double node(int i) {
        return nodes[i];
    }

    public double weight(int i) {
        return weights[i];
    }

    private static void diagonalise(double[] d, double[] e, double[] z) {
        int n = d.length;
        for (int l = 0; l < n; l++) {
            for (int round = 0; round < 60; round++) {
                int m = l;
                while (m < n - 1 && Math.abs(e[m]) > 1e-17 * (Math.abs(d[m]) + Math.abs(d[m + 1]))) {
                    m++;
                }
                if (m == l) {
                    break;
                }
                double g = (d[l + 1] - d[l]) / (2 * e[l]);
                double r = Math.hypot(g, 1);
                chase(d, e, z, l, m, d[m] - d[l] + e[l] / (g + Math.copySign(r, g)));
            }
        }
    }

    private static void chase(double[] d, double[] e, double[] z, int l, int m, double shift) {
        double g = shift;
        double s = 1;
        double c = 1;
        double p = 0;
        for (int i = m - 1; i >= l; i--) {
            double f = s * e[i];
            double b = c * e[i];
            double r = Math.hypot(f, g);
            e[i + 1] = r;
            if (r == 0) {
                d[i + 1] -= p;
                e[m] = 0;
                return;
            }
            s = f / r;
            c = g / r;
            g = d[i + 1] - p;
            r = (d[i] - g) * s + 2 * c * b;
            p = s * r;
            d[i + 1] = g + p;
            g = c * r - b;
            double kept = z[i + 1];
            z[i + 1] = s * z[i] + c * kept;
            z[i] = c * z[i] - s * kept;
        }
        d[l] -= p;
        e[l] = g;
        e[m] = 0;
    }
}
