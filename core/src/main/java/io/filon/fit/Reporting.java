package io.filon.fit;

import io.filon.fit.FitModel.Decision;
import io.filon.stats.MeanRange;
import io.filon.stats.Ranking;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What a filter would have done with the latest period's leads, and what became of them: exact, since all were
/// served.
final class Reporting {

    private static final double NORMAL_95 = 1.959963984540054;
    private static final int POINTS = 20;
    private static final int FEWEST_OF_GROUP = 50;

    /// Part of the strongest reason's weight from which another is worth a word in a message.
    private static final double WORTH_SAYING = 0.25;

    private final FitModel model;
    private final List<Leads.Column> columns;
    private final List<Leads.Lead> leads;
    private final Scoring scoring;
    private final double[] scores;
    private final double[] net;

    Reporting(FitModel model, List<Leads.Column> columns, List<Leads.Lead> leads) {
        this.model = model;
        this.columns = columns;
        this.leads = leads;
        this.scoring = new Scoring(model, columns);
        this.scores = leads.stream().mapToDouble(scoring::expected).toArray();
        this.net = leads.stream().mapToDouble(Leads.Lead::net).toArray();
    }

    /// @param counts leads of the first and second period, not yet known, without a day
    FitReport report(int[] counts, double shadowPrice, List<FitReport.Leaky> leaky, List<String> withheld) {
        boolean[] paid = new boolean[net.length];
        int paying = 0;
        for (int i = 0; i < paid.length; i++) {
            paid[i] = net[i] > 0;
            paying += paid[i] ? 1 : 0;
        }
        double auc = Ranking.auc(scores, paid);
        boolean both = paying > 0 && paying < paid.length;
        double off = both ? NORMAL_95 * Ranking.aucError(auc, paying, paid.length - paying) : 0;
        FitReport.Rejected rejected = rejected();
        double all = Arrays.stream(net).sum();
        return new FitReport(
                counts[0],
                counts[1],
                leads.size(),
                counts[2],
                counts[3],
                auc,
                both ? Math.max(0, auc - off) : null,
                both ? Math.min(1, auc + off) : null,
                all,
                all - rejected.money() + rejected.saved(),
                shadowPrice,
                Arrays.stream(Decision.values()).map(this::group).toList(),
                rejected,
                curve(),
                leaky,
                withheld,
                fairness(),
                levers());
    }

    private int[] of(Decision decision) {
        return IntStream.range(0, scores.length)
                .filter(i -> model.decide(scores[i]) == decision)
                .toArray();
    }

    private FitReport.Group group(Decision decision) {
        double[] left = Arrays.stream(of(decision)).mapToDouble(i -> net[i]).toArray();
        double mean = Arrays.stream(left).average().orElse(0);
        MeanRange range = left.length < MeanRange.FEWEST ? null : MeanRange.of(left);
        return new FitReport.Group(
                decision,
                left.length,
                mean,
                range == null ? null : range.low(),
                range == null ? null : range.high(),
                Arrays.stream(left).sum());
    }

    private FitReport.Rejected rejected() {
        int[] declined = of(Decision.DECLINE);
        double money = 0;
        double saved = 0;
        int paying = 0;
        for (int i : declined) {
            money += Math.max(0, net[i]);
            saved += Math.max(0, -net[i]);
            paying += net[i] > 0 ? 1 : 0;
        }
        return new FitReport.Rejected(declined.length, paying, money, saved);
    }

    private List<FitReport.Point> curve() {
        double[] byScore = cumulated(scores);
        double[] hindsight = cumulated(net);
        List<FitReport.Point> points = new ArrayList<>();
        for (int point = 0; point <= POINTS; point++) {
            int served = (int) Math.round((double) net.length * point / POINTS);
            points.add(new FitReport.Point((double) point / POINTS, byScore[served], hindsight[served]));
        }
        return points;
    }

    private double[] cumulated(double[] by) {
        int[] order = IntStream.range(0, by.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> by[i]).reversed())
                .mapToInt(i -> i)
                .toArray();
        double[] sums = new double[order.length + 1];
        for (int k = 0; k < order.length; k++) {
            sums[k + 1] = sums[k] + net[order[k]];
        }
        return sums;
    }

    private List<FitReport.Fair> fairness() {
        List<FitReport.Fair> fairness = new ArrayList<>();
        for (int c = 0; c < columns.size(); c++) {
            if (Sensitive.is(columns.get(c).key())) {
                Map<String, List<Integer>> groups = new TreeMap<>();
                for (int i = 0; i < leads.size(); i++) {
                    String cell = leads.get(i).cells().get(c);
                    if (cell != null) {
                        groups.computeIfAbsent(cell, group -> new ArrayList<>()).add(i);
                    }
                }
                String header = columns.get(c).header();
                groups.forEach((group, rows) -> {
                    if (rows.size() >= FEWEST_OF_GROUP) {
                        fairness.add(fair(header, group, rows));
                    }
                });
            }
        }
        return fairness;
    }

    private FitReport.Fair fair(String header, String group, List<Integer> rows) {
        int in = 0;
        int paying = 0;
        int missed = 0;
        double[] left = rows.stream().mapToDouble(i -> net[i]).toArray();
        for (int i : rows) {
            boolean declined = model.decide(scores[i]) == Decision.DECLINE;
            in += declined ? 0 : 1;
            paying += net[i] > 0 ? 1 : 0;
            missed += net[i] > 0 && declined ? 1 : 0;
        }
        double[] accepted = Wilson.range(in, rows.size());
        MeanRange range = left.length < MeanRange.FEWEST ? null : MeanRange.of(left);
        double[] error = paying == 0 ? new double[2] : Wilson.range(missed, paying);
        return new FitReport.Fair(
                header,
                group,
                rows.size(),
                (double) in / rows.size(),
                accepted[0],
                accepted[1],
                Arrays.stream(left).average().orElse(0),
                range == null ? null : range.low(),
                range == null ? null : range.high(),
                paying == 0 ? null : (double) missed / paying,
                paying == 0 ? null : error[0],
                paying == 0 ? null : error[1]);
    }

    private FitReport.Levers levers() {
        int[] declined = of(Decision.DECLINE);
        Map<String, Double> against = new LinkedHashMap<>();
        double sold = 0;
        double net = 0;
        int wins = 0;
        for (int i : declined) {
            Leads.Lead lead = leads.get(i);
            scoring.score(lead).reasons().stream()
                    .filter(reason -> reason.value() < 0)
                    .forEach(reason -> against.merge(
                            reason.header() + ": " + (reason.said() == null ? "–" : reason.said()),
                            reason.value(),
                            Double::sum));
            net += lead.net();
            if (!Double.isNaN(lead.amount())) {
                sold += lead.amount();
                wins++;
            }
        }
        double strongest =
                against.values().stream().mapToDouble(Double::doubleValue).min().orElse(0);
        return new FitReport.Levers(
                against.entrySet().stream()
                        .filter(reason -> reason.getValue() <= WORTH_SAYING * strongest)
                        .sorted(Map.Entry.comparingByValue())
                        .limit(3)
                        .map(Map.Entry::getKey)
                        .toList(),
                minimum(declined.length, wins),
                sold > 0 && net < 0 ? -net / sold : null,
                ask());
    }

    /// A win has to pay for all the leads it takes.
    private @Nullable Double minimum(int declined, int wins) {
        return wins == 0 || model.terms().margin() <= 0
                ? null
                : model.terms().cost() * declined / wins / model.terms().margin();
    }

    /// The attribute that moves the expected value most.
    private String ask() {
        return model.attributes().stream()
                .max(Comparator.comparingDouble(attribute -> attribute.weights().stream()
                        .mapToDouble(Math::abs)
                        .max()
                        .orElse(0)))
                .map(Attribute::header)
                .orElse("");
    }
}
