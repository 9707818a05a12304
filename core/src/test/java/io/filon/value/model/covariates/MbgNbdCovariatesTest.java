package io.filon.value.model.covariates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.filon.progress.Progress;
import io.filon.value.contest.Contest;
import io.filon.value.contest.ContestResult;
import io.filon.value.contest.Snapshot;
import io.filon.value.model.FittedModel;
import io.filon.value.model.MbgNbd;
import io.filon.value.model.Nbd;
import io.filon.value.model.PurchaseHistories;
import io.filon.value.model.SimulatedBase;
import io.filon.value.trait.Patterns;
import io.filon.value.trait.Traits;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Customers drawn from MBG/NBD in which the channel they came through changes how often they buy and how ready they
/// are to leave, and a colour changes nothing.
class MbgNbdCovariatesTest {

    private static final int KNOWN = 500;
    private static final int AHEAD = 200;
    private static final String[] CHANNELS = {"web", "web", "web", "shop", "shop", "fair"};

    private static String channel(int i) {
        return CHANNELS[i % CHANNELS.length];
    }

    private static SimulatedBase apart(int seed, int size) {
        return SimulatedBase.draw(
                seed,
                size,
                .8,
                60,
                .8,
                2.4,
                KNOWN,
                AHEAD,
                i -> channel(i).equals("shop") ? 2 : 1,
                i -> channel(i).equals("fair") ? 3 : 1);
    }

    private static SimulatedBase alike(int seed, int size) {
        return SimulatedBase.draw(seed, size, .8, 60, .8, 2.4, KNOWN, AHEAD);
    }

    private static Traits traits(int size) {
        Random random = new Random(7);
        LinkedHashMap<String, String[]> columns = new LinkedHashMap<>();
        String[] channel = new String[size];
        String[] colour = new String[size];
        for (int i = 0; i < size; i++) {
            channel[i] = channel(i);
            colour[i] = List.of("red", "green", "blue", "").get(random.nextInt(4));
        }
        columns.put("channel", channel);
        columns.put("colour", colour);
        return Traits.of(columns);
    }

    private static PurchaseHistories histories(SimulatedBase base) {
        return base.histories().with(traits(base.purchaseDays().length).ofAll());
    }

    @Test
    void its_slopes_are_those_of_its_value() {
        PurchaseHistories histories = histories(apart(1, 3_000));
        Effects effects = Effects.of(histories.patterns());
        CovariateLikelihood likelihood = new CovariateLikelihood(histories, effects, KNOWN, 5);
        Random random = new Random(2);
        double[] at = random.doubles(4 + effects.names().size(), -.5, .5).toArray();
        double[] slopes = new double[at.length];
        double[] ignored = new double[at.length];
        likelihood.valueAndGradient(at, slopes);

        for (int i = 0; i < at.length; i++) {
            double[] up = at.clone();
            double[] down = at.clone();
            up[i] += 1e-5;
            down[i] -= 1e-5;
            double slope =
                    (likelihood.valueAndGradient(up, ignored) - likelihood.valueAndGradient(down, ignored)) / 2e-5;
            assertThat(slopes[i]).as("parameter %d", i).isCloseTo(slope, within(1e-8));
        }
    }

    @Test
    void without_effects_it_is_mbg_nbd_whatever_the_traits() {
        PurchaseHistories histories = histories(alike(1, 2_000));
        double[] at = {.1, -.5, .2, .3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
        Effects effects = Effects.of(histories.patterns());
        double withTraits = new CovariateLikelihood(histories, effects, KNOWN, 1).valueAndGradient(at, at.clone());
        double without = new CovariateLikelihood(histories.merged(), new Effects(List.of()), KNOWN, 0)
                .valueAndGradient(new double[] {.1, -.5, .2, .3}, new double[4]);

        assertThat(withTraits).isCloseTo(without, within(1e-12));
    }

    @Test
    @Tag("slow")
    void finds_the_effects_that_are_there_and_only_those() {
        PurchaseHistories histories = histories(apart(3, 30_000));
        FittedModel model = new MbgNbdCovariates().fit(histories).orThrow();

        assertThat(effect(model, "buying:channel=shop")).isCloseTo(2, within(.15));
        assertThat(effect(model, "leaving:channel=shop")).isCloseTo(1, within(.15));
        assertThat(effect(model, "buying:channel=fair")).isCloseTo(1, within(.15));
        assertThat(effect(model, "leaving:channel=fair")).isCloseTo(3, within(.5));
        for (FittedModel.Effect effect : effectsOf(model, histories, "colour")) {
            assertThat(effect.buying()).as(effect.toString()).isCloseTo(1, within(.1));
            assertThat(effect.leaving()).as(effect.toString()).isCloseTo(1, within(.15));
        }
        assertThat(model.estimates().value(0)).isCloseTo(.8, within(.05));
    }

    /// What a bootstrap starts from.
    @Test
    void from_the_same_customers_nothing_else_would_have_been_learnt() {
        PurchaseHistories histories = histories(apart(4, 4_000));
        FittedModel model = new MbgNbdCovariates().fit(histories).orThrow();

        double[] step = new MbgNbdCovariates().step(histories, model.estimates());

        assertThat(step).hasSize(model.estimates().curvature().length);
        assertThat(Arrays.stream(step).map(Math::abs).max().orElseThrow()).isLessThan(1e-4);
    }

    @Test
    @Tag("slow")
    void one_purchase_is_not_like_another() {
        PurchaseHistories histories = PurchaseHistories.of(new int[6], new int[6], new int[] {90, 90, 90, 90, 90, 90});
        FittedModel model =
                new MbgNbdCovariates().fit(histories(apart(5, 20_000))).orThrow();
        LinkedHashMap<String, String[]> columns = new LinkedHashMap<>();
        columns.put("channel", CHANNELS);
        // rare values of six would be pooled: the patterns are told as they are
        PurchaseHistories told = histories.with(new Patterns(
                List.of(new Patterns.Attribute("channel", List.of("web", "shop", "fair"))),
                new int[][] {{0}, {1}, {2}},
                new int[] {0, 0, 0, 1, 1, 2}));
        double[] orders = told.spread(model.expectedOrders(told, AHEAD));

        assertThat(orders[0]).isEqualTo(orders[1]).isGreaterThan(2 * orders[5]);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    @Tag("slow")
    void gains_nothing_where_there_is_nothing(int seed) {
        ContestResult result = contest(alike(seed, 3_000), seed);

        assertThat(result.orders().chosen().name()).isNotEqualTo("mbg_nbd_covariates");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    @Tag("slow")
    void wins_the_contest_where_traits_tell(int seed) {
        ContestResult result = contest(apart(seed, 8_000), seed);

        assertThat(result.orders().chosen().name()).isEqualTo("mbg_nbd_covariates");
    }

    /// Nothing of a later day enters: what is frequent among later customers alone is no value on an earlier day.
    @Test
    void an_earlier_day_knows_only_the_traits_of_its_customers() {
        SimulatedBase base = alike(6, 2_000);
        LinkedHashMap<String, String[]> columns = new LinkedHashMap<>();
        String[] channel = new String[2_000];
        for (int i = 0; i < channel.length; i++) {
            channel[i] = base.purchaseDays()[i][0] > 100 ? "late" : i % 2 == 0 ? "web" : "shop";
        }
        columns.put("channel", channel);
        var log = base.log(6, KNOWN + AHEAD, Traits.of(columns));

        assertThat(Snapshot.of(log, 100)
                        .histories()
                        .patterns()
                        .attributes()
                        .getFirst()
                        .values())
                .containsExactlyInAnyOrder("web", "shop");
        assertThat(Snapshot.of(log, KNOWN)
                        .histories()
                        .patterns()
                        .attributes()
                        .getFirst()
                        .values())
                .contains("late");
    }

    private static ContestResult contest(SimulatedBase base, int seed) {
        var log = base.log(seed, KNOWN + AHEAD, traits(base.purchaseDays().length));
        return new Contest(log, List.of(new Nbd(), new MbgNbd(), new MbgNbdCovariates()), Progress.NONE).upTo(KNOWN);
    }

    private static double effect(FittedModel model, String name) {
        return model.estimates().parameters().stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst()
                .orElseThrow()
                .value();
    }

    private static List<FittedModel.Effect> effectsOf(FittedModel model, PurchaseHistories histories, String trait) {
        return IntStream.range(0, histories.groups())
                .boxed()
                .flatMap(group -> model.effects(histories, group).stream())
                .filter(effect -> effect.trait().equals(trait))
                .distinct()
                .toList();
    }
}
