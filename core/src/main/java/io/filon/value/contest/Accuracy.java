package io.filon.value.contest;

import io.filon.stats.Ranking;
import java.util.ArrayList;
import java.util.List;

/// How a forecast compares with what happened.
///
/// @param actual         what happened, in all
/// @param biasPercent    total forecast over total actual, less one; 0 when nothing happened
/// @param rmse           root of the mean squared error of a customer
/// @param mae            mean absolute error; printed, never used to choose: forecasting zero wins it
/// @param correlation    of forecast and actual
/// @param aucActive      chance that a customer who bought was ranked before one who did not
/// @param gini           1 when customers are in perfect order, 0 when in none
/// @param topDecileShare share of what happened that the tenth with the largest forecasts brought
/// @param deciles        mean forecast and actual of each tenth, smallest forecasts first
public record Accuracy(
        double actual,
        double biasPercent,
        double rmse,
        double mae,
        double correlation,
        double aucActive,
        double gini,
        double topDecileShare,
        List<Decile> deciles) {

    public record Decile(double forecast, double actual) {}

    public static Accuracy of(double[] forecast, double[] actual, double[] orders) {
        double sum = 0;
        double total = 0;
        double squares = 0;
        double absolute = 0;
        boolean[] active = new boolean[actual.length];
        for (int i = 0; i < actual.length; i++) {
            double error = forecast[i] - actual[i];
            sum += forecast[i];
            total += actual[i];
            squares += error * error;
            absolute += Math.abs(error);
            active[i] = orders[i] > 0;
        }
        int n = Math.max(1, actual.length);
        double[] places = Ranking.places(forecast);
        return new Accuracy(
                total,
                total == 0 ? 0 : (sum / total - 1) * 100,
                Math.sqrt(squares / n),
                absolute / n,
                Ranking.correlation(forecast, actual),
                Ranking.aucOf(places, active),
                Ranking.normalisedGini(places, actual),
                Ranking.captured(forecast, actual, 0.1),
                deciles(places, forecast, actual));
    }

    private static List<Decile> deciles(double[] places, double[] forecast, double[] actual) {
        double[] count = new double[10];
        double[] foretold = new double[10];
        double[] happened = new double[10];
        for (int i = 0; i < places.length; i++) {
            int decile = Math.min(9, (int) ((places[i] - 0.5) * 10 / places.length));
            count[decile]++;
            foretold[decile] += forecast[i];
            happened[decile] += actual[i];
        }
        List<Decile> result = new ArrayList<>();
        for (int d = 0; d < 10; d++) {
            if (count[d] > 0) {
                result.add(new Decile(foretold[d] / count[d], happened[d] / count[d]));
            }
        }
        return result;
    }
}
