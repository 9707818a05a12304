package io.filon.discovery.search;

import io.filon.discovery.search.Bundles.Bundle;
import io.filon.discovery.search.Champions.Simpler;
import io.filon.progress.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/// Looks at every rule of up to three conditions, and below the most promising ones for a fourth.
///
/// Idea: the customers of all rules over one set of attributes are counted in one pass into a cube (a contingency
/// table with a sum in each cell), whatever the number of thresholds; every rule is then a few additions away, by
/// prefix sums. Cost: sets of three attributes times customers, about a nanosecond each, shared among threads. Sums
/// are whole numbers, so the answer is the same to the bit for any number of threads.
public final class Search {

    /// Rules of three below which a fourth condition is looked for.
    private static final int BEAM = 1000;

    /// @param depth   most conditions of a rule, 1 to 4
    /// @param least   fewest customers of a rule
    /// @param threads at least 1
    public record Options(int depth, int least, int threads) {}

    private final Base base;
    private final Options options;
    private final Progress progress;
    /// Those with conditions, the most last: a cube's last side is read by one run of additions, the others one by one.
    private final Dimension[] dimensions;

    private final Dimension[] asGiven;
    private final int[] small;
    private final Tables tables;
    private final int[] widths;

    private Search(Base base, Options options, Progress progress) {
        this.base = base;
        this.options = options;
        this.progress = progress;
        this.asGiven = IntStream.range(0, base.attributes().size())
                .mapToObj(place -> Dimension.of(base, place))
                .toArray(Dimension[]::new);
        this.dimensions = Arrays.stream(asGiven)
                .filter(dimension -> dimension.from().length > 0)
                .sorted(Comparator.comparingInt(dimension -> dimension.from().length))
                .toArray(Dimension[]::new);
        this.small = base.sums().lanes() == 1 ? base.sums().small() : new int[0];
        this.tables = new Tables(base, asGiven);
        this.widths = Arrays.stream(dimensions).mapToInt(Dimension::width).toArray();
    }

    /// The best rules by quality alone: exact up to depth 3, below the best triples at depth 4.
    public static List<Found> best(Base base, Quality quality, int top, Options options, Progress progress) {
        return new Search(base, options, progress).listed(quality, top, false);
    }

    /// The best rules by what they gain over the best simpler rule, of everybody or some of the conditions: the square
    /// root of the size times the difference to its mean. As exact as [#best].
    public static List<Found> gains(Base base, int top, Options options, Progress progress) {
        return new Search(base, options, progress).listed(Quality.ROOT_SIZE, top, true);
    }

    private List<Found> listed(Quality quality, int top, boolean gains) {
        AtomicLong floor = new AtomicLong();
        int kept = options.depth < 4 ? top : Math.max(top, BEAM);
        Simpler simpler = gains ? tables::best : null;
        List<TopList> lists = IntStream.range(0, options.threads)
                .mapToObj(_ -> new TopList(base, kept, floor, simpler))
                .toList();
        run(quality, lists, gains && options.depth > 2);
        List<Found> best = TopList.best(lists, kept);
        int copies = top * FourthCondition.PARENTS;
        return options.depth < 4
                ? best
                : new FourthCondition(base, tables, asGiven)
                        .best(
                                best,
                                quality,
                                options.least,
                                top,
                                fourth -> new TopList(base, copies, new AtomicLong(), gains ? fourth : null),
                                list -> TopList.best(List.of(list), copies));
    }

    /// The rules that gain most over simpler ones, a few of every set of attributes.
    ///
    /// @param least the least gain worth keeping, in units of the target; over 0
    public static List<Found> champions(Base base, double least, int most, Options options, Progress progress) {
        Search search = new Search(base, options, progress);
        AtomicLong floor = new AtomicLong(Double.doubleToLongBits(least));
        List<Champions> lists = IntStream.range(0, options.threads)
                .mapToObj(_ -> new Champions(base, search.tables::best, most, floor))
                .toList();
        search.run(Quality.ROOT_SIZE, lists, options.depth > 2);
        List<Found> best = Champions.best(lists, most);
        return options.depth < 4
                ? best
                : new FourthCondition(base, search.tables, search.asGiven)
                        .best(
                                best,
                                Quality.ROOT_SIZE,
                                options.least,
                                most,
                                fourth -> new Champions(base, fourth, most, floor),
                                list -> Champions.best(List.of(list), most));
    }

    /// One thread's tools.
    private final class Worker {
        private final Filler filler = new Filler(base, small);
        private final CubeReader reader;
        private final Margins margins = new Margins(widths, base.sums().lanes(), this::read);
        private final boolean keepsPairs;
        private long[] cube = {};

        Worker(Quality quality, Keeper keeper, boolean keepsPairs) {
            this.keepsPairs = keepsPairs;
            this.reader = new CubeReader(base, quality, keeper, options.least);
        }

        void count(Bundle bundle) {
            int cells = base.sums().lanes();
            for (int number : bundle.attributes()) {
                cells *= widths[number];
            }
            if (cube.length < cells) {
                cube = new long[cells];
            } else {
                Arrays.fill(cube, 0, cells, 0);
            }
            filler.fill(
                    Arrays.stream(bundle.attributes())
                            .map(number -> dimensions[number].attribute())
                            .toArray(),
                    cube);
            margins.read(bundle, cube);
        }

        private void read(int[] numbers, long[] cells) {
            Dimension last = dimensions[numbers[numbers.length - 1]];
            switch (numbers.length) {
                case 1 -> {
                    reader.read(new int[] {}, Dimension.FLAT, Dimension.FLAT, last, cells);
                    tables.keepSingle(last.attribute(), cells);
                }
                case 2 -> {
                    Dimension first = dimensions[numbers[0]];
                    reader.read(new int[] {}, Dimension.FLAT, first, last, cells);
                    if (keepsPairs) {
                        tables.keepPair(first.attribute(), last.attribute(), cells);
                    }
                }
                default -> reader.read(new int[] {}, dimensions[numbers[0]], dimensions[numbers[1]], last, cells);
            }
        }
    }

    private void run(Quality quality, List<? extends Keeper> keepers, boolean keepsPairs) {
        List<Worker> workers = keepers.stream()
                .map(keeper -> new Worker(quality, keeper, keepsPairs))
                .toList();
        int depth = Math.min(3, options.depth);
        progress.phase(
                "progress.searching",
                IntStream.rangeClosed(1, depth).mapToLong(this::sets).sum());
        try (ExecutorService pool = Executors.newFixedThreadPool(workers.size())) {
            for (int order = 1; order <= depth; order++) {
                share(
                        pool,
                        workers,
                        new Bundles(widths, order, base.customers(), base.sums().lanes()));
            }
        }
    }

    /// Sets of so many attributes.
    private long sets(int order) {
        long sets = 1;
        for (int i = 0; i < order; i++) {
            sets = sets * Math.max(0, widths.length - i) / (i + 1);
        }
        return sets;
    }

    /// Every worker takes the next bundle until none is left.
    private void share(ExecutorService pool, List<Worker> workers, Bundles bundles) {
        List<Future<?>> running = new ArrayList<>();
        for (Worker worker : workers) {
            running.add(pool.submit(() -> {
                for (Optional<Bundle> next = bundles.next(); next.isPresent(); next = bundles.next()) {
                    worker.count(next.get());
                    synchronized (progress) {
                        progress.advance(next.get().sets().size());
                    }
                }
            }));
        }
        for (Future<?> each : running) {
            try {
                each.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("the search was interrupted", e);
            } catch (ExecutionException e) {
                throw new IllegalStateException("the search failed", e.getCause());
            }
        }
    }
}
