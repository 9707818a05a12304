package io.filon.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Work on one store's tables, two pieces at a time where neither needs the other: a small base costs hundreds of short
/// statements, and the engine uses one core for each. The tables come out as if one piece had followed the other.
public final class SideBySide {

    private static final int LANES = 2;
    private static final Pattern WORD = Pattern.compile("\\w+");

    private SideBySide() {}

    /// Builds every script's table; one waits for those before it in the list whose tables its text names.
    public static void build(Store store, List<Script> scripts) {
        build(store, scripts, Store::build);
    }

    /// As [#build(Store, List)], each made by `how`, by any of the threads.
    public static void build(Store store, List<Script> scripts, BiConsumer<Store, Script> how) {
        run(store, lanes -> {
            Map<String, CompletableFuture<Void>> made = new LinkedHashMap<>();
            for (Script script : scripts) {
                made.put(script.name(), lanes.start(waitedFor(script, made), lane -> how.accept(lane, script)));
            }
            return List.copyOf(made.values());
        });
    }

    /// Does each piece of work on a way into the store of its own.
    ///
    /// @param works none needs what another makes
    public static void run(Store store, List<Consumer<Store>> works) {
        run(store, lanes -> works.stream().map(lanes::start).toList());
    }

    /// Does what the plan starts, the first started first as far as what it waits for lets it.
    public static void run(Store store, Plan plan) {
        try (Store second = store.beside();
                ExecutorService threads = Executors.newFixedThreadPool(LANES)) {
            Lanes lanes = new Lanes(threads, new LinkedBlockingQueue<>(List.of(store, second)));
            List<CompletableFuture<Void>> all = new ArrayList<>(plan.of(lanes));
            CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private static List<CompletableFuture<Void>> waitedFor(Script script, Map<String, CompletableFuture<Void>> made) {
        Set<String> named =
                WORD.matcher(script.text()).results().map(MatchResult::group).collect(Collectors.toSet());
        return made.entrySet().stream()
                .filter(before -> named.contains(before.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /// Pieces of work, of which some need what others make.
    public interface Plan {
        /// @return all that has to be done in the end
        List<CompletableFuture<Void>> of(Lanes lanes);
    }

    /// Where work is started.
    public static final class Lanes {

        private final ExecutorService threads;
        private final BlockingQueue<Store> free;

        private Lanes(ExecutorService threads, BlockingQueue<Store> free) {
            this.threads = threads;
            this.free = free;
        }

        public CompletableFuture<Void> start(Consumer<Store> work) {
            return start(List.of(), work);
        }

        /// @param after what must be done before
        public CompletableFuture<Void> start(List<CompletableFuture<Void>> after, Consumer<Store> work) {
            return CompletableFuture.allOf(after.toArray(CompletableFuture[]::new))
                    .thenRunAsync(() -> use(work), threads);
        }

        // as many threads as lanes: there is always one free
        private void use(Consumer<Store> work) {
            Store lane = free.remove();
            try {
                work.accept(lane);
            } finally {
                free.add(lane);
            }
        }
    }
}
