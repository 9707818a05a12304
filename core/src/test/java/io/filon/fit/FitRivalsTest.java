package io.filon.fit;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.intake.PublishedData;
import io.filon.stats.Logistic;
import io.filon.stats.Ranking;
import io.filon.store.DuckStore;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The scorecard beside a plain logistic regression on the same facts, both learnt from the first half of other
/// people's leads, and beside accepting everybody, on the latest quarter.
@Tag("slow")
class FitRivalsTest {

    private static final int RESAMPLES = 200;

    @TempDir
    Path scratch;

    /// @param error of the difference between both in how many pairs they tell right
    private record Contest(double scorecard, double logistic, double error) {}

    @Test
    void the_scorecard_is_no_worse_than_a_logistic_regression_on_lead_scoring() {
        Leads leads = leads(
                new PastLeads("Converted", List.of("1"), List.of(), "", "", "", "Prospect ID", 100),
                "lead_scoring/lead_scoring.csv.gz",
                null,
                1,
                20);

        check(contest("lead_scoring", leads, List.of("converted", "prospectid", "leadnumber")));
    }

    @Test
    void nor_on_olist() {
        Leads leads = leads(
                new PastLeads(
                        "won_date", List.of("*"), List.of(), "", "first_contact_date", "won_date", "mql_id", 1000),
                "olist_marketing_funnel/olist_marketing_qualified_leads_dataset.csv.gz",
                "olist_marketing_funnel/olist_closed_deals_dataset.csv.gz",
                1,
                100);

        check(contest("olist", leads, List.of("wondate", "firstcontactdate", "mqlid")));
    }

    @Test
    void nor_on_a_crm() {
        Leads leads = leads(
                new PastLeads(
                        "deal_stage",
                        List.of(),
                        List.of(),
                        "close_value",
                        "engage_date",
                        "close_date",
                        "opportunity_id",
                        0),
                "crm_sales_opportunities/sales_pipeline.csv.gz",
                null,
                0.4,
                200);

        check(contest("crm", leads, List.of("dealstage", "closevalue", "engagedate", "closedate", "opportunityid")));
    }

    private static void check(Contest contest) {
        assertThat(contest.scorecard).isGreaterThanOrEqualTo(contest.logistic - 2 * contest.error);
    }

    private Leads leads(PastLeads past, String file, @Nullable String joined, double margin, double cost) {
        try (DuckStore store = DuckStore.inMemory()) {
            LeadReader.Sheet sheet = new LeadReader(store, scratch)
                    .read(
                            PublishedData.file(file),
                            joined == null ? null : PublishedData.file(joined),
                            joined == null ? "" : "mql_id");
            return past.read(sheet, margin, cost).leads();
        }
    }

    private static Contest contest(String name, Leads leads, List<String> ends) {
        FitTerms terms = new FitTerms(name, "EUR", 0, 0, "declared", 1, "declared", 0, 100, true, true);
        FitModel model = new FitTraining(terms, new FitTraining.Choice(ends, List.of(), 0.05)).train(leads, 0, 0);
        List<Leads.Lead> known = leads.rows().stream()
                .filter(Leads.Lead::known)
                .sorted(Comparator.comparingLong(Leads.Lead::day))
                .toList();
        List<Leads.Lead> first = known.subList(0, known.size() / 2);
        List<Leads.Lead> latest = known.subList(known.size() * 3 / 4, known.size());
        int[] places = model.places(leads.columns());
        Logistic learnt = Logistic.fit(
                first.stream().map(lead -> bins(model, lead, places)).toArray(double[][]::new), paid(first), 1);
        Scoring scoring = new Scoring(model, leads.columns());
        double[] card = latest.stream().mapToDouble(scoring::expected).toArray();
        double[] rival = latest.stream()
                .mapToDouble(lead -> learnt.chance(bins(model, lead, places)))
                .toArray();
        double[] net = latest.stream().mapToDouble(Leads.Lead::net).toArray();
        Contest contest = contest(card, rival, paid(latest));
        System.out.printf(
                Locale.ROOT,
                "%s: right in pairs %.3f, logistic %.3f, difference %.3f +- %.3f; filter %.0f, accept all %.0f%n",
                name,
                contest.scorecard,
                contest.logistic,
                contest.scorecard - contest.logistic,
                contest.error,
                model.report().filtered(),
                model.report().acceptAll());
        for (int percent = 20; percent <= 80; percent += 20) {
            System.out.printf(
                    Locale.ROOT,
                    "   %d %%: %.0f, logistic %.0f%n",
                    percent,
                    left(card, net, percent),
                    left(rival, net, percent));
        }
        return contest;
    }

    private static boolean[] paid(List<Leads.Lead> leads) {
        boolean[] paid = new boolean[leads.size()];
        for (int i = 0; i < paid.length; i++) {
            paid[i] = leads.get(i).net() > 0;
        }
        return paid;
    }

    /// One column for every bin: 1 where a lead is in it.
    private static double[] bins(FitModel model, Leads.Lead lead, int[] places) {
        double[] row =
                new double[model.attributes().stream().mapToInt(Attribute::bins).sum()];
        int start = 0;
        for (int a = 0; a < places.length; a++) {
            Attribute attribute = model.attributes().get(a);
            row[start + attribute.bin(lead.cells().get(places[a]))] = 1;
            start += attribute.bins();
        }
        return row;
    }

    /// What the best so many of a hundred leave.
    private static double left(double[] scores, double[] net, int percent) {
        return IntStream.range(0, net.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> scores[i]).reversed())
                .limit(Math.round(net.length * percent / 100.0))
                .mapToDouble(i -> net[i])
                .sum();
    }

    private static Contest contest(double[] card, double[] rival, boolean[] paid) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
        double[] differences = new double[RESAMPLES];
        for (int r = 0; r < RESAMPLES; r++) {
            int[] drawn = IntStream.generate(() -> random.nextInt(paid.length))
                    .limit(paid.length)
                    .toArray();
            boolean[] truth = new boolean[drawn.length];
            for (int i = 0; i < drawn.length; i++) {
                truth[i] = paid[drawn[i]];
            }
            differences[r] = Ranking.auc(of(card, drawn), truth) - Ranking.auc(of(rival, drawn), truth);
        }
        double mean = Arrays.stream(differences).average().orElse(0);
        double error = Math.sqrt(Arrays.stream(differences)
                .map(difference -> (difference - mean) * (difference - mean))
                .average()
                .orElse(0));
        return new Contest(Ranking.auc(card, paid), Ranking.auc(rival, paid), error);
    }

    private static double[] of(double[] values, int[] places) {
        return Arrays.stream(places).mapToDouble(i -> values[i]).toArray();
    }
}
