package io.filon.discovery.search;

import io.filon.discovery.search.Champions.Simpler;
import io.filon.discovery.search.Fours.Last;
import io.filon.progress.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/// Looks at every rule of up to three conditions, and below the most promising ones for a fourth.
///
/// Idea: the customers of all rules over one set of attributes are counted in one pass into a cube (a contingency table
/// with a sum in each cell), whatever the number of thresholds; every rule is then a few additions away, by prefix
/// sums.
/// Cost: sets of three attributes times customers, about a nanosecond each, shared among threads. Sums are whole
/// numbers, so the answer is the same to the bit for any number of threads.
public final class Search {

    /// Cells that fit a processor's second cache together.
    private static final int CELLS = 128 * 1024;

    /// Rules of three below which a fourth condition is looked for.
    private static final int BEAM = 1000;

    /// @param depth   most conditions of a rule, 1 to 4
    /// @param least   fewest customers of a rule
    /// @param threads at least 1
    public record Options(int depth, int least, int threads) {}

    private final Base base;
    private final Options options;
    private final Progress progress;
    /// Those with most conditions last: a cube's last side is read by one run of additions, the others one by one.
    private final Dimension[] dimensions;

    private final Dimension[] asGiven;
    private final int[] small;
    private final Tables tables;
    private final Fours fours;

    private Search(Base base, Options options, Progress progress) {
        this.base = base;
        this.options = options;
        this.progress = progress;
        this.asGiven = IntStream.range(0, base.attributes().size())
                .mapToObj(place -> Dimension.of(base, place))
                .toArray(Dimension[]::new);
        this.dimensions = asGiven.clone();
        Arrays.sort(this.dimensions, Comparator.comparingInt(dimension -> dimension.from().length));
        this.small = base.sums().lanes() == 1 ? base.sums().small() : new int[0];
        this.tables = new Tables(base, asGiven);
        this.fours =
                new Fours(Arrays.stream(dimensions).mapToInt(Dimension::width).toArray(), base.customers());
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
        private final long[][] cubes = new long[dimensions.length][0];
        private long[] summed = {};

        Worker(Quality quality, Keeper keeper) {
            this.reader = new CubeReader(base, quality, keeper, options.least);
        }

        void single(int a) {
            int place = dimensions[a].attribute();
            long[] cells = clean(0, dimensions[a].width());
            count(place, cells);
            reader.read(new int[] {}, Dimension.FLAT, Dimension.FLAT, dimensions[a], cells);
            tables.keepSingle(place, cells);
        }

        private void count(int place, long[] cells) {
            byte[] codes = base.attributes().get(place).codes();
            long[] units = base.sums().units();
            for (int i = 0; i < codes.length; i++) {
                if (small.length > 0) {
                    cells[codes[i]] += Sums.packed(small[i]);
                } else {
                    cells[2 * codes[i]]++;
                    cells[2 * codes[i] + 1] += units[i];
                }
            }
        }

        void pairs(int a, boolean keep) {
            List<Last> lasts = IntStream.range(a + 1, dimensions.length)
                    .mapToObj(b -> new Last(b, -1))
                    .toList();
            inChunks(a, -1, lasts, dimensions[a].width(), (last, cube) -> {
                Dimension b = dimensions[last.third()];
                reader.read(new int[] {}, Dimension.FLAT, dimensions[a], b, cube);
                if (keep) {
                    tables.keepPair(dimensions[a].attribute(), b.attribute(), cube);
                }
            });
        }

        void triples(int a, int b) {
            int lead = dimensions[a].width() * dimensions[b].width();
            inChunks(a, b, fours.of(a, b), lead, (last, cube) -> {
                Dimension c = dimensions[last.third()];
                if (last.alone()) {
                    reader.read(new int[] {}, dimensions[a], dimensions[b], c, cube);
                } else {
                    without(new Dimension[] {dimensions[a], dimensions[b], c, dimensions[last.fourth()]}, cube);
                }
            });
        }

        /// Reads the four sets of three out of a cube of four.
        private void without(Dimension[] four, long[] cube) {
            for (int left = 0; left < 4; left++) {
                int axis = left;
                Dimension[] three = IntStream.range(0, 4)
                        .filter(i -> i != axis)
                        .mapToObj(i -> four[i])
                        .toArray(Dimension[]::new);
                int inner = base.sums().lanes();
                for (int i = left + 1; i < 4; i++) {
                    inner *= four[i].width();
                }
                int width = four[left].width();
                int cells = width(three) * base.sums().lanes();
                if (summed.length < cells) {
                    summed = new long[cells];
                }
                sumUp(cube, width, inner, cells / inner, summed);
                reader.read(new int[] {}, three[0], three[1], three[2], summed);
            }
        }

        private static int width(Dimension[] of) {
            int cells = 1;
            for (Dimension each : of) {
                cells *= each.width();
            }
            return cells;
        }

        /// Adds up one side of a cube.
        ///
        /// @param inner cells between two of that side
        private static void sumUp(long[] cube, int width, int inner, int outer, long[] into) {
            for (int o = 0; o < outer; o++) {
                int to = o * inner;
                int from = to * width;
                System.arraycopy(cube, from, into, to, inner);
                for (int x = 1; x < width; x++) {
                    from += inner;
                    for (int k = 0; k < inner; k++) {
                        into[to + k] += cube[from + k];
                    }
                }
            }
        }

        /// As many at once as fit the cache.
        ///
        /// @param lead cells of the first ones
        private void inChunks(int a, int b, List<Last> lasts, int lead, Cube cube) {
            int next = 0;
            while (next < lasts.size()) {
                int first = next;
                int cells = 0;
                do {
                    int more = lead * width(lasts.get(next));
                    clean(next - first, more);
                    cells += more;
                    next++;
                } while (next < lasts.size() && cells + lead * width(lasts.get(next)) <= CELLS);
                filler.fill(
                        dimensions[a].attribute(),
                        b < 0 ? b : dimensions[b].attribute(),
                        lasts.subList(first, next).stream()
                                .map(Search.this::places)
                                .toList(),
                        cubes);
                for (int i = first; i < next; i++) {
                    cube.filled(lasts.get(i), cubes[i - first]);
                }
            }
        }

        private int width(Last last) {
            int third = dimensions[last.third()].width();
            return last.alone() ? third : third * dimensions[last.fourth()].width();
        }

        private long[] clean(int place, int cells) {
            int length = cells * base.sums().lanes();
            if (cubes[place].length < length) {
                cubes[place] = new long[length];
            } else {
                Arrays.fill(cubes[place], 0, length, 0);
            }
            return cubes[place];
        }
    }

    private Last places(Last last) {
        return new Last(
                dimensions[last.third()].attribute(), last.alone() ? -1 : dimensions[last.fourth()].attribute());
    }

    private interface Cube {
        void filled(Last last, long[] cube);
    }

    private void run(Quality quality, List<? extends Keeper> keepers, boolean keepPairs) {
        List<Worker> workers =
                keepers.stream().map(keeper -> new Worker(quality, keeper)).toList();
        int n = dimensions.length;
        long work =
                n + (options.depth > 1 ? n * (n - 1L) / 2 : 0) + (options.depth > 2 ? n * (n - 1L) * (n - 2) / 6 : 0);
        progress.phase("progress.searching", work);
        try (ExecutorService pool = Executors.newFixedThreadPool(workers.size())) {
            share(pool, workers, n, Worker::single, _ -> 1);
            if (options.depth > 1) {
                share(pool, workers, n, (worker, a) -> worker.pairs(a, keepPairs), a -> n - 1 - a);
            }
            if (options.depth > 2) {
                int[] pairs = IntStream.range(0, n * n)
                        .filter(pair -> pair / n < pair % n && pair % n < n - 1)
                        .toArray();
                share(
                        pool,
                        workers,
                        pairs.length,
                        (worker, i) -> worker.triples(pairs[i] / n, pairs[i] % n),
                        i -> n - 1 - pairs[i] % n);
            }
        }
    }

    private interface Task {
        void run(Worker worker, int number);
    }

    private interface Size {
        int of(int number);
    }

    /// Every worker takes the next task until none is left.
    private void share(ExecutorService pool, List<Worker> workers, int tasks, Task task, Size size) {
        AtomicInteger next = new AtomicInteger();
        List<Future<?>> running = new ArrayList<>();
        for (Worker worker : workers) {
            running.add(pool.submit(() -> {
                for (int i = next.getAndIncrement(); i < tasks; i = next.getAndIncrement()) {
                    task.run(worker, i);
                    synchronized (progress) {
                        progress.advance(size.of(i));
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
