package io.filon.demo;

import io.filon.demo.shop.Almanac;
import io.filon.demo.shop.Calendar;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import java.util.random.RandomGenerator.SplittableGenerator;
import java.util.random.RandomGeneratorFactory;

/// Makes up a believable Spanish online shop and writes what its systems would export, with the answers apart.
///
/// Customers are drawn in blocks, each from its own split of the seed's generator and on any thread; blocks are written
/// in order. So the bytes depend on the options alone, and memory does not grow with the shop.
public final class ShopGenerator {

    private static final int BLOCK_CUSTOMERS = 50;

    private final ShopOptions options;

    public ShopGenerator(ShopOptions options) {
        this.options = options;
    }

    /// Writes the shop into a folder, made when missing; files of an earlier shop there are replaced.
    ///
    /// @param progress told now and then how many customers are done
    /// @throws java.io.UncheckedIOException if a file cannot be written
    public Shop writeTo(Path folder, LongConsumer progress) {
        Almanac almanac = Almanac.load();
        Calendar calendar = new Calendar(options.from(), options.days());
        BlockMaker maker = new BlockMaker(options, almanac, calendar);
        int threads = Runtime.getRuntime().availableProcessors();
        try (ShopWriter writer = new ShopWriter(folder, options, almanac, calendar);
                ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            try {
                write(maker, writer, pool, 2 * threads, progress);
                return writer.finish();
            } finally {
                pool.shutdownNow();
            }
        }
    }

    private void write(BlockMaker maker, ShopWriter writer, ExecutorService pool, int ahead, LongConsumer progress) {
        SplittableGenerator root = RandomGeneratorFactory.<SplittableGenerator>of("L64X128MixRandom")
                .create(options.seed());
        Deque<Future<Block>> underWay = new ArrayDeque<>();
        long started = 0;
        long done = 0;
        while (done < options.customers()) {
            while (started < options.customers() && underWay.size() < ahead) {
                long first = started + 1;
                int size = (int) Math.min(BLOCK_CUSTOMERS, options.customers() - started);
                SplittableGenerator random = root.split();
                underWay.add(pool.submit(() -> maker.make(first, size, random)));
                started += size;
            }
            Block block = result(underWay.remove());
            writer.write(block);
            done += block.customers();
            progress.accept(done);
        }
    }

    private static Block result(Future<Block> block) {
        try {
            return block.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while making up the shop", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a block of customers could not be made up", e.getCause());
        }
    }
}
