package io.filon.value.future;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.filon.progress.Progress;
import io.filon.value.contest.PurchaseLog;
import io.filon.value.contest.Snapshot;
import io.filon.value.model.MbgNbd;
import io.filon.value.model.SimulatedBase;
import io.filon.value.trait.Traits;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// How often the range of a group's value holds, with the pains an audit takes, on bases of 2,000 customers drawn from
/// MBG/NBD with the parameters of CDNOW. `mvn -Pstudy test -Dtest=GroupCoverageStudyTest`, 1,000 seeds; fewer by
/// `-DargLine=-Dstudy.seeds=100`.
class GroupCoverageStudyTest {

    private static final int KNOWN = 400;
    private static final int AHEAD = 180;
    private static final int CUSTOMERS = 2_000;

    /// @param held  how often the range held
    /// @param off   of the total foretold, as a share of it, over all seeds
    private static final class Tally {
        private int seeds;
        private int held;
        private double off;

        double rate() {
            return (double) held / seeds;
        }
    }

    private final Map<String, Tally> models = new TreeMap<>();
    private final Map<String, Tally> rules = new TreeMap<>();

    @Test
    @Tag("study")
    void ranges_of_groups_hold_in_eight_cases_of_ten() {
        int seeds = Integer.getInteger("study.seeds", 1_000);
        run(seeds);
        print("a model foretells value", models);
        print("a rule of thumb does", rules);

        models.forEach((group, tally) ->
                assertThat(tally.rate()).as(group).isCloseTo(.80, within(.02 + 2.6 * Math.sqrt(.16 / tally.seeds))));
    }

    /// A floor that breaks when ranges are far too narrow.
    @Test
    @Tag("slow")
    void ranges_of_groups_are_not_far_too_narrow() {
        run(12);

        int seeds = models.values().stream().mapToInt(tally -> tally.seeds).sum();
        int held = models.values().stream().mapToInt(tally -> tally.held).sum();
        assertThat((double) held / seeds).isGreaterThanOrEqualTo(.6);
    }

    private void run(int seeds) {
        for (int seed = 0; seed < seeds; seed++) {
            PurchaseLog log = SimulatedBase.draw(seed, CUSTOMERS, .525, 6.183 * 7, .891, 1.614, KNOWN, AHEAD)
                    .log(seed, KNOWN + AHEAD, Traits.NONE);
            Prediction prediction = new FutureValue(
                            log,
                            new Question(
                                    new Question.Learning.Until(KNOWN),
                                    AHEAD,
                                    List.of(new MbgNbd()),
                                    Question.Pains.QUICK),
                            Progress.NONE)
                    .predict();
            double[] actual = prediction.known().outcome(log, AHEAD).margin();
            boolean model = prediction.error().shared().length == GroupError.PARTS;
            groups(prediction.known(), seed)
                    .forEach((name, members) -> (model ? models : rules)
                            .merge(name, one(prediction, members, actual), GroupCoverageStudyTest::both));
        }
    }

    private static Tally one(Prediction prediction, int[] members, double[] actual) {
        double value = IntStream.of(members)
                .mapToDouble(i -> prediction.customers().value()[i])
                .sum();
        double came = IntStream.of(members).mapToDouble(i -> actual[i]).sum();
        Tally tally = new Tally();
        tally.seeds = 1;
        tally.held = Math.abs(came - value) <= prediction.error().half(members) ? 1 : 0;
        tally.off = value / came - 1;
        return tally;
    }

    private static Tally both(Tally one, Tally other) {
        one.seeds += other.seeds;
        one.held += other.held;
        one.off += other.off;
        return one;
    }

    /// Groups as a company makes them: by the past, and by what has nothing to do with it.
    private static Map<String, int[]> groups(Snapshot known, int seed) {
        Map<String, int[]> groups = new LinkedHashMap<>();
        int[] best = IntStream.range(0, known.size())
                .boxed()
                .sorted(Comparator.comparingDouble(
                        i -> -known.all().orders()[i] * known.all().margin()[i]))
                .mapToInt(i -> i)
                .toArray();
        int[] mixed = best.clone();
        Random random = new Random(seed);
        for (int i = mixed.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int kept = mixed[i];
            mixed[i] = mixed[j];
            mixed[j] = kept;
        }
        groups.put("everybody", best);
        groups.put("the best tenth", Arrays.copyOf(best, best.length / 10));
        groups.put("the best 50", Arrays.copyOf(best, 50));
        groups.put("bought once", where(known, i -> known.repeats(i) == 0));
        groups.put("came back", where(known, i -> known.repeats(i) > 0));
        groups.put("seen in 90 days", where(known, i -> known.hiatusDays(i) <= 90));
        groups.put("any 500", Arrays.copyOf(mixed, 500));
        groups.put("any 100", Arrays.copyOf(mixed, 100));
        return groups;
    }

    private static int[] where(Snapshot known, IntPredicate member) {
        return IntStream.range(0, known.size()).filter(member).toArray();
    }

    private static void print(String title, Map<String, Tally> tallies) {
        System.out.println(title);
        tallies.forEach((group, tally) -> System.out.printf(
                "  %-18s %5d seeds, held %.3f, foretold too much by %+.3f%n",
                group, tally.seeds, tally.rate(), tally.off / tally.seeds));
    }
}
