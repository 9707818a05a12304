package io.filon.value.future;

import io.filon.progress.Progress;
import io.filon.value.contest.ContestResult;
import io.filon.value.contest.OrderContestant.Learnt;
import io.filon.value.contest.OrderWorth;
import io.filon.value.contest.Origins;
import io.filon.value.contest.PurchaseLog;
import io.filon.value.contest.Snapshot;
import io.filon.value.model.FittedModel;
import io.filon.value.model.MbgNbd;
import io.filon.value.model.NormalNormal;
import io.filon.value.model.SimulatedBase;
import io.filon.value.trait.Traits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// Counts how often what is shown as "eight cases of ten" holds, on bases drawn from MBG/NBD with the parameters of
/// CDNOW: 400 days known, 180 ahead, the pains an audit takes.
final class Coverage {

    /// Of one figure of one kind of group: each seed counts with the share of its futures that fell inside.
    static final class Tally {
        private int seeds;
        private double held;
        private double heldSquares;
        private double off;
        private double squares;

        void add(double foretold, double[] came, double half) {
            double share = 0;
            for (double one : came) {
                double z = 1.2815515655446004 * (one - foretold) / half;
                share += (Math.abs(one - foretold) <= half ? 1.0 : 0) / came.length;
                off += z / came.length;
                squares += z * z / came.length;
            }
            seeds++;
            held += share;
            heldSquares += share * share;
        }

        double rate() {
            return held / seeds;
        }

        double standardError() {
            return Math.sqrt((heldSquares / seeds - rate() * rate()) / seeds);
        }

        @Override
        public String toString() {
            return "%4d seeds, held %.3f ± %.3f, off by %+.2f, spread %.3f"
                    .formatted(seeds, rate(), standardError(), off / seeds, Math.sqrt(squares / seeds));
        }
    }

    private static final int FUTURES = 20;
    private static final Futures.Drawn DRAWN = new Futures.Drawn(.525, 6.183 * 7, .891, 1.614);

    private final int size;
    private final int pace;

    /// What came of groups, by `orders` or `value` and the group.
    final Map<String, Tally> groups = new LinkedHashMap<>();

    double customers;
    double held;
    double promised;
    double exactly;
    double exactlyHeld;

    /// @param size customers of a base
    /// @param pace days a day is drawn as: with 1 some buy twice a day, which counts once and is not quite what
    ///     the model says; with 16 next to nobody does
    Coverage(int size, int pace) {
        this.size = size;
        this.pace = pace;
    }

    /// As the program does, contest and all.
    void run(int seed) {
        PurchaseLog log = log(seed);
        Question question = new Question(
                new Question.Learning.Until(400 * pace), ahead(), List.of(new MbgNbd()), Question.Pains.QUICK);
        Prediction prediction = new FutureValue(log, question, Progress.NONE).predict();
        Snapshot known = prediction.known();
        List<Snapshot.Outcome> came = List.of(known.outcome(log, ahead()));
        count(seed, known, came, prediction.customers(), prediction.orderError(), prediction.valueError());
    }

    /// The same without the contest, whose winners are given, and with further futures of the same past: a fraction of
    /// the time, and a fraction of the noise.
    void runWithoutContest(int seed) {
        PurchaseLog log = log(seed);
        Snapshot known = Snapshot.of(log, 400 * pace);
        FittedModel model = new MbgNbd().fit(known.histories()).orThrow();
        OrderWorth worth = new OrderWorth.Normal(NormalNormal.fit(known.all()).orThrow());
        ContestResult won = new ContestResult(
                new Origins(400 * pace, ahead(), List.of(), 0),
                known.size(),
                0,
                round("mbg_nbd"),
                round("normal_normal"),
                new ContestResult.Churn.Unknown());
        Foretelling foretelling = new Foretelling(
                log,
                known,
                won,
                new Learnt.ByModel(model),
                new Prediction.Chances.Of(model),
                List.of(worth),
                worth,
                new Season(1, 0, false),
                ahead(),
                Question.Pains.QUICK);
        Foretelling.Done done = foretelling.all();
        Errors errors = new Errors(List.of(new MbgNbd()), foretelling, done);
        List<Snapshot.Outcome> came = new ArrayList<>(List.of(known.outcome(log, ahead())));
        Futures futures = new Futures(known, DRAWN, pace, ahead());
        for (int i = 1; i < FUTURES; i++) {
            came.add(futures.draw(new SplittableRandom(1_000L * seed + i)));
        }
        count(seed, known, came, done.columns(), errors.ofOrders(), errors.ofValue());
    }

    private static ContestResult.Round round(String winner) {
        return new ContestResult.Round(
                List.of(new ContestResult.Entry(winner, false, 0, new ContestResult.Part.Absent(""))), 0, List.of());
    }

    private PurchaseLog log(int seed) {
        return SimulatedBase.draw(
                        seed, size, DRAWN.r(), DRAWN.alpha() * pace, DRAWN.a(), DRAWN.b(), 400 * pace, ahead())
                .log(seed, 580 * pace, Traits.NONE);
    }

    private int ahead() {
        return 180 * pace;
    }

    private void count(
            int seed,
            Snapshot known,
            List<Snapshot.Outcome> came,
            Prediction.Columns columns,
            GroupError orderError,
            GroupError valueError) {
        boolean rule = orderError.shared().length < GroupError.OF_ORDERS;
        groupsOf(known, seed).forEach((name, members) -> {
            String kind = name + (rule ? ", by a rule of thumb" : "");
            double[] orders = sums(came, Snapshot.Outcome::orders, members);
            double[] value = sums(came, Snapshot.Outcome::margin, members);
            tally("orders, " + kind).add(sum(columns.orders(), members), orders, orderError.half(members));
            tally("value, " + kind).add(sum(columns.value(), members), value, valueError.half(members));
        });
        double[] margin = came.getFirst().margin();
        for (int i = 0; i < margin.length; i++) {
            customer(columns, i, margin[i]);
        }
    }

    private Tally tally(String name) {
        return groups.computeIfAbsent(name, key -> new Tally());
    }

    private static double[] sums(
            List<Snapshot.Outcome> came, Function<Snapshot.Outcome, double[]> figure, int[] members) {
        return came.stream().mapToDouble(one -> sum(figure.apply(one), members)).toArray();
    }

    private static double sum(double[] values, int[] members) {
        return IntStream.of(members).mapToDouble(i -> values[i]).sum();
    }

    private void customer(Prediction.Columns columns, int i, double came) {
        double within = columns.low()[i] <= came && came <= columns.high()[i] ? 1 : 0;
        customers++;
        held += within;
        promised += columns.inside()[i];
        if (columns.inside()[i] < .82) { // a range that is nothing but 0 holds more often than in eight cases of ten
            exactly++;
            exactlyHeld += within;
        }
    }

    /// Groups as a company makes them: by the past, and by what has nothing to do with it.
    private Map<String, int[]> groupsOf(Snapshot known, int seed) {
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
        groups.put("seen in 90 days", where(known, i -> known.hiatusDays(i) <= 90 * pace));
        groups.put("any 500", Arrays.copyOf(mixed, 500));
        groups.put("any 100", Arrays.copyOf(mixed, 100));
        return groups;
    }

    private static int[] where(Snapshot known, IntPredicate member) {
        return IntStream.range(0, known.size()).filter(member).toArray();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("%d customers, %d days a day%n".formatted(size, pace));
        groups.forEach((name, tally) -> text.append("  %-24s %s%n".formatted(name, tally)));
        return text.append(
                        "  one customer: said %.4f, held %.4f; of the %.0f %% whose range is said to hold in 80 %%, %.4f%n"
                                .formatted(
                                        promised / customers,
                                        held / customers,
                                        100 * exactly / customers,
                                        exactlyHeld / exactly))
                .toString();
    }
}
