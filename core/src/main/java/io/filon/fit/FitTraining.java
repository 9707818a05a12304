package io.filon.fit;

import io.filon.problem.FilonException;
import io.filon.stats.Ranking;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Learns a fit filter from past leads, over three successive periods: the first half teaches it, the next quarter sets
/// its thresholds, the latest quarter reports. Whoever is too young to know is used for none.
public final class FitTraining {

    /// Fewer in the latest period could not tell a filter from chance.
    static final int FEWEST = 120;

    private static final double TOO_WELL = 0.90;
    private static final int SMALLEST_BIN = 20;
    private static final double FEW = 0.05;
    private static final double HALF = 0.5;

    private final FitTerms terms;
    private final Choice choice;

    /// @param excluded keys never used: identifiers, outcomes, and what the company leaves out
    /// @param allowed  keys used although sensitive, or although they look written down afterwards
    /// @param drawnShare 0..1 of would-be declines accepted by chance
    public record Choice(List<String> excluded, List<String> allowed, double drawnShare) {
        public Choice {
            excluded = excluded.stream().map(Keys::of).toList();
            allowed = Sensitive.keys(allowed);
        }
    }

    public FitTraining(FitTerms terms, Choice choice) {
        this.terms = terms;
        this.choice = choice;
    }

    /// Whether enough leads' ends are known to learn anything.
    static boolean suffices(Leads leads) {
        return leads.rows().stream().filter(Leads.Lead::known).count() >= FEWEST;
    }

    /// @param notYet,undated leads that were left out before
    /// @throws FilonException when there are too few leads whose end is known
    public FitModel train(Leads leads, int notYet, int undated) {
        List<Leads.Lead> known = leads.rows().stream()
                .filter(Leads.Lead::known)
                .sorted(Comparator.comparingLong(Leads.Lead::day))
                .toList();
        if (known.size() < FEWEST) {
            throw new FilonException("fit.too_few", known.size(), FEWEST);
        }
        Period fit = new Period(known.subList(0, known.size() / 2));
        Period tune = new Period(known.subList(known.size() / 2, known.size() * 3 / 4));
        Period test = new Period(known.subList(known.size() * 3 / 4, known.size()));
        List<FitReport.Leaky> leaky = new ArrayList<>();
        List<String> withheld = new ArrayList<>();
        List<Attribute> attributes = new ArrayList<>();
        List<Integer> columns = new ArrayList<>();
        for (int c = 0; c < leads.columns().size(); c++) {
            Attribute attribute = usable(leads.columns().get(c), c, fit, leaky, withheld);
            if (attribute != null) {
                attributes.add(attribute);
                columns.add(c);
            }
        }
        Scorecard card = Scorecard.fit(attributes, fit.codes(attributes, columns), Scorecard.cut(fit.net()));
        return model(leads, card, new Period[] {fit, tune, test}, leaky, withheld, notYet, undated);
    }

    private @Nullable Attribute usable(
            Leads.Column column, int place, Period fit, List<FitReport.Leaky> leaky, List<String> withheld) {
        if (choice.excluded.contains(column.key())) {
            return null;
        }
        Attribute attribute = Attribute.of(column, fit.cells(place), Math.max(SMALLEST_BIN, fit.size() / 200))
                .orElse(null);
        if (attribute == null || choice.allowed.contains(column.key())) {
            return attribute;
        }
        if (Sensitive.is(column.key())) {
            withheld.add(column.header());
            return null;
        }
        double auc = fit.auc(attribute, place);
        if (auc > TOO_WELL) {
            leaky.add(new FitReport.Leaky(column.header(), "too_well", auc));
            return null;
        }
        if (fit.filledByWinning(place)) {
            leaky.add(new FitReport.Leaky(column.header(), "filled", auc));
            return null;
        }
        if (Sensitive.soundsLater(column.key())) {
            leaky.add(new FitReport.Leaky(column.header(), "later", auc));
            return null;
        }
        return attribute;
    }

    private FitModel model(
            Leads leads,
            Scorecard card,
            Period[] periods,
            List<FitReport.Leaky> leaky,
            List<String> withheld,
            int notYet,
            int undated) {
        FitModel bare = new FitModel(
                1,
                "",
                terms,
                card.base(),
                card.attributes(),
                null,
                null,
                choice.drawnShare(),
                List.of(),
                List.of(),
                empty());
        Scoring scoring = new Scoring(bare, leads.columns());
        Thresholds thresholds = Thresholds.of(periods[1].scores(scoring), periods[1].net(), terms.capacity());
        String version = "%s-%08x"
                .formatted(
                        terms.dated()
                                ? java.time.LocalDate.ofEpochDay(
                                                periods[2].leads().getLast().day())
                                        .toString()
                                : "file",
                        Objects.hash(card, thresholds, terms, choice.drawnShare()));
        double[] taught = periods[0].scores(scoring);
        List<Double> cuts = cuts(taught);
        FitModel model = new FitModel(
                1,
                version,
                terms,
                card.base(),
                card.attributes(),
                thresholds.acceptFrom(),
                thresholds.declineUnder(),
                choice.drawnShare(),
                cuts,
                shares(cuts, taught),
                empty());
        FitReport report = new Reporting(model, leads.columns(), periods[2].leads())
                .report(
                        new int[] {periods[0].size(), periods[1].size(), notYet, undated},
                        thresholds.shadowPrice(),
                        leaky,
                        withheld);
        return new FitModel(
                1,
                version,
                terms,
                card.base(),
                card.attributes(),
                thresholds.acceptFrom(),
                thresholds.declineUnder(),
                choice.drawnShare(),
                model.scoreCuts(),
                model.scoreShares(),
                report);
    }

    private static FitReport empty() {
        return new FitReport(
                0,
                0,
                0,
                0,
                0,
                0.5,
                null,
                null,
                0,
                0,
                0,
                List.of(),
                new FitReport.Rejected(0, 0, 0, 0),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new FitReport.Levers(List.of(), null, null, ""));
    }

    private static List<Double> cuts(double[] scores) {
        double[] sorted = scores.clone();
        Arrays.sort(sorted);
        return IntStream.range(1, 10)
                .mapToObj(tenth -> sorted[sorted.length * tenth / 10])
                .distinct()
                .toList();
    }

    private static List<Double> shares(List<Double> cuts, double[] scores) {
        int[] counts = LiveReport.counts(cuts, Arrays.stream(scores));
        return Arrays.stream(counts)
                .mapToObj(count -> (double) count / scores.length)
                .toList();
    }

    /// Leads of one of the three periods.
    private record Period(List<Leads.Lead> leads) {

        int size() {
            return leads.size();
        }

        double[] net() {
            return leads.stream().mapToDouble(Leads.Lead::net).toArray();
        }

        double[] scores(Scoring scoring) {
            return leads.stream().mapToDouble(scoring::expected).toArray();
        }

        List<@Nullable String> cells(int column) {
            List<@Nullable String> cells = new ArrayList<>();
            leads.forEach(lead -> cells.add(lead.cells().get(column)));
            return cells;
        }

        int[][] codes(List<Attribute> attributes, List<Integer> columns) {
            int[][] codes = new int[leads.size()][attributes.size()];
            for (int row = 0; row < codes.length; row++) {
                for (int a = 0; a < attributes.size(); a++) {
                    codes[row][a] = attributes.get(a).bin(leads.get(row).cells().get(columns.get(a)));
                }
            }
            return codes;
        }

        /// Whether it is blank, or stated, almost only for who bought in the end: it was filled in when they did.
        boolean filledByWinning(int column) {
            double blankPaid = 0;
            double paid = 0;
            double blankRest = 0;
            for (Leads.Lead lead : leads) {
                boolean blank = lead.cells().get(column) == null;
                boolean left = lead.outcome() == Leads.Outcome.WON;
                paid += left ? 1 : 0;
                blankPaid += left && blank ? 1 : 0;
                blankRest += !left && blank ? 1 : 0;
            }
            double rest = blankRest / Math.max(1, size() - paid);
            double winners = blankPaid / Math.max(1, paid);
            return (rest > FEW && winners < rest * FEW)
                    || (1 - winners > FEW && 1 - rest < (1 - winners) * FEW)
                    || rest - winners > HALF;
        }

        /// How well the column alone, by the share of its bins that left money, tells who did.
        double auc(Attribute attribute, int column) {
            double[] paying = new double[attribute.bins()];
            double[] count = new double[attribute.bins()];
            boolean[] paid = new boolean[size()];
            int[] bins = new int[size()];
            for (int row = 0; row < size(); row++) {
                bins[row] = attribute.bin(leads.get(row).cells().get(column));
                paid[row] = leads.get(row).net() > 0;
                paying[bins[row]] += paid[row] ? 1 : 0;
                count[bins[row]]++;
            }
            return Ranking.auc(
                    Arrays.stream(bins)
                            .mapToDouble(bin -> paying[bin] / count[bin])
                            .toArray(),
                    paid);
        }
    }
}
