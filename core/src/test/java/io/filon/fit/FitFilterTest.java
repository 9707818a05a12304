package io.filon.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.filon.fit.FitModel.Decision;
import io.filon.problem.FilonException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FitFilterTest {

    private static final FitTerms TERMS =
            new FitTerms("test", "EUR", 90, 20, "declared", 1, "declared", 0, 100, false, true);
    private static final FitTraining.Choice CHOICE = new FitTraining.Choice(List.of(), List.of(), 0.05);

    /// Leads by advertisement cost 20 and leave nothing; those recommended buy for 100 half the time.
    private static Leads leads(int count, long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        List<Leads.Lead> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean friend = random.nextBoolean();
            boolean woman = random.nextBoolean();
            boolean buys = random.nextDouble() < (friend ? 0.5 : 0.05);
            rows.add(new Leads.Lead(
                    "L" + i,
                    i,
                    buys ? Leads.Outcome.WON : Leads.Outcome.LOST,
                    buys ? 80 : -20,
                    buys ? 100 : Double.NaN,
                    Arrays.asList(friend ? "amigo" : "anuncio", woman ? "mujer" : "hombre", buys ? "sí" : "no", null)));
        }
        return new Leads(
                List.of(
                        new Leads.Column("canal", "Canal"),
                        new Leads.Column("sexo", "Sexo"),
                        new Leads.Column("pago", "Pagó"),
                        new Leads.Column("vacia", "Vacía")),
                rows);
    }

    @Test
    void learns_whom_to_accept_and_whom_not_to_prioritise() {
        Leads leads = leads(1200, 1);
        FitModel model = new FitTraining(TERMS, CHOICE).train(leads, 0, 0);
        Scoring scoring = new Scoring(model, leads.columns());

        for (Leads.Lead lead : leads.rows()) {
            Decision expected = "amigo".equals(lead.cells().getFirst()) ? Decision.ACCEPT : Decision.DECLINE;
            assertThat(scoring.score(lead).decision()).isEqualTo(expected);
        }
        assertThat(model.report().filtered()).isGreaterThan(model.report().acceptAll());
        assertThat(model.report().rejected().paying()).isPositive();
    }

    @Test
    void says_reasons_that_add_up_to_what_it_expects() {
        Leads leads = leads(600, 2);
        FitModel model = new FitTraining(TERMS, CHOICE).train(leads, 0, 0);
        Scoring scoring = new Scoring(model, leads.columns());

        for (Leads.Lead lead : leads.rows()) {
            FitModel.Scored scored = scoring.score(lead);
            double reasons = scored.reasons().stream()
                    .mapToDouble(FitModel.Reason::value)
                    .sum();
            assertThat(model.base() + reasons).isCloseTo(scored.expected(), within(1e-9));
        }
    }

    @Test
    void leaves_out_what_is_sensitive_and_what_tells_too_well() {
        FitReport report =
                new FitTraining(TERMS, CHOICE).train(leads(600, 3), 0, 0).report();

        assertThat(report.withheld()).containsExactly("Sexo");
        assertThat(report.leaky()).extracting(FitReport.Leaky::header).containsExactly("Pagó");
        assertThat(report.fairness()).extracting(FitReport.Fair::group).containsExactly("hombre", "mujer");
    }

    @Test
    void accepts_everybody_when_nothing_tells_them_apart() {
        Leads leads = leads(800, 4);
        Leads blind = new Leads(
                List.of(new Leads.Column("sexo2", "Letra")),
                leads.rows().stream()
                        .map(lead -> new Leads.Lead(
                                lead.id(),
                                lead.day(),
                                lead.outcome(),
                                lead.net(),
                                lead.amount(),
                                List.of(lead.cells().get(1) + "")))
                        .toList());

        FitModel model = new FitTraining(TERMS, CHOICE).train(blind, 0, 0);

        assertThat(model.report().rejected().leads()).isZero();
    }

    @Test
    void scores_with_what_there_is() {
        FitModel model = new FitTraining(TERMS, CHOICE).train(leads(600, 5), 0, 0);
        Leads other = new Leads(
                List.of(new Leads.Column("farbe", "Farbe")),
                List.of(new Leads.Lead("x", 0, Leads.Outcome.OPEN, Double.NaN, Double.NaN, List.of("rot"))));

        FitModel.Scored scored =
                new Scoring(model, other.columns()).score(other.rows().getFirst());

        assertThat(scored.expected()).isEqualTo(model.base());
        assertThat(scored.reasons()).isEmpty();
    }

    @Test
    void declines_nobody_without_a_reason_and_tells_filters_apart_that_decide_otherwise() {
        FitTerms narrow = new FitTerms("test", "EUR", 90, 20, "declared", 1, "declared", 0, 10, false, true);
        Leads leads = leads(1200, 5);
        FitModel wide = new FitTraining(TERMS, CHOICE).train(leads, 0, 0);
        FitModel model = new FitTraining(narrow, CHOICE).train(leads, 0, 0);
        Leads.Lead stranger = new Leads.Lead("x", 0, Leads.Outcome.OPEN, Double.NaN, Double.NaN, List.of("rot"));

        assertThat(model.decide(model.base())).isEqualTo(Decision.DECLINE);
        assertThat(new Scoring(model, List.of(new Leads.Column("farbe", "Farbe")))
                        .score(stranger)
                        .decision())
                .isEqualTo(Decision.NURTURE);
        assertThat(model.version()).isNotEqualTo(wide.version());
    }

    @Test
    void lets_in_about_the_share_it_says_by_lot() {
        Leads leads = leads(8000, 6);
        FitModel model = new FitTraining(TERMS, CHOICE).train(leads, 0, 0);
        Scoring scoring = new Scoring(model, leads.columns());

        List<FitModel.Scored> declined = leads.rows().stream()
                .map(scoring::score)
                .filter(scored -> scored.decision() == Decision.DECLINE)
                .toList();

        assertThat(declined.stream().filter(FitModel.Scored::drawn).count() / (double) declined.size())
                .isBetween(0.04, 0.06);
    }

    @Test
    void is_kept_as_a_file_that_reads_back_the_same(@TempDir Path folder) throws Exception {
        FitModel model = new FitTraining(TERMS, CHOICE).train(leads(600, 7), 0, 0);
        Path file = folder.resolve("model.json");
        Files.writeString(file, model.json());

        assertThat(FitModel.read(file)).isEqualTo(model);
        Files.writeString(file, "{}");
        assertThatThrownBy(() -> FitModel.read(file)).isInstanceOf(FilonException.class);
    }

    @Test
    void tells_what_the_declined_would_have_left_from_those_let_in_by_lot(@TempDir Path folder) {
        Leads past = leads(4000, 8);
        FitModel model = new FitTraining(TERMS, CHOICE).train(past, 0, 0);
        Leads since = leads(8000, 9);
        Scoring scoring = new Scoring(model, since.columns());
        Path log = folder.resolve("log.csv");
        DecisionLog.append(log, since.rows().stream().map(scoring::score).toList(), model.version());
        Map<String, Double> net = new HashMap<>();
        since.rows().forEach(lead -> net.put(lead.id(), lead.net()));

        LiveReport live = LiveReport.of(model, DecisionLog.read(log, model.version()), net);
        double truth = since.rows().stream()
                .filter(lead -> model.decide(scoring.expected(lead)) == Decision.DECLINE)
                .mapToDouble(Leads.Lead::net)
                .sum();

        assertThat(truth).isBetween(live.low(), live.high());
        assertThat(live.drifted()).isFalse();
    }

    @Test
    void gives_bounds_where_chance_let_in_nobody() {
        Leads past = leads(1200, 10);
        FitModel model = new FitTraining(TERMS, new FitTraining.Choice(List.of(), List.of(), 0)).train(past, 0, 0);
        LiveReport live = LiveReport.of(
                model, List.of(new LiveReport.Logged("a", -15, Decision.DECLINE, false, 0)), Map.of("b", 80.0));

        assertThat(live.rejected()).isNull();
        assertThat(live.low()).isEqualTo(-20);
        assertThat(live.high()).isEqualTo(80);
    }

    @Test
    void raises_an_alarm_when_other_leads_come() {
        FitModel model = new FitTraining(TERMS, CHOICE).train(leads(2000, 11), 0, 0);
        List<LiveReport.Logged> log = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            log.add(new LiveReport.Logged("n" + i, 1000, Decision.ACCEPT, false, 1));
        }

        assertThat(LiveReport.of(model, log, Map.of()).drifted()).isTrue();
    }
}
