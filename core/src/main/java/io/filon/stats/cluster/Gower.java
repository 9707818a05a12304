package io.filon.stats.cluster;

/// How different rows of mixed columns are: Gower (1971), *Biometrics* 27, 857-871. The mean over columns of the
/// difference as a part of the column's range, for words 0 or 1; from 0 to 1.
///
/// @param numbers `double[rows][columns]`
/// @param words   `int[rows][columns]`, equal for equal words
@SuppressWarnings("ArrayRecordComponent") // columns of numbers, never compared
public record Gower(double[][] numbers, int[][] words) {

    /// `double[rows][rows]`.
    public double[][] distances() {
        int rows = numbers.length;
        double[] range = ranges();
        double[][] distances = new double[rows][rows];
        for (int a = 0; a < rows; a++) {
            for (int b = 0; b < a; b++) {
                double sum = 0;
                for (int c = 0; c < range.length; c++) {
                    sum += range[c] == 0 ? 0 : Math.abs(numbers[a][c] - numbers[b][c]) / range[c];
                }
                for (int c = 0; c < words[a].length; c++) {
                    sum += words[a][c] == words[b][c] ? 0 : 1;
                }
                distances[a][b] = sum / Math.max(1, range.length + words[a].length);
                distances[b][a] = distances[a][b];
            }
        }
        return distances;
    }

    private double[] ranges() {
        int columns = numbers.length == 0 ? 0 : numbers[0].length;
        double[] range = new double[columns];
        for (int c = 0; c < columns; c++) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (double[] row : numbers) {
                low = Math.min(low, row[c]);
                high = Math.max(high, row[c]);
            }
            range[c] = high - low;
        }
        return range;
    }
}
