package io.filon.cli;

import java.util.concurrent.atomic.AtomicBoolean;

/// Ctrl-C: stops the statement under way and waits for the command to tidy up, so that a workspace is left as it was.
public final class Interruption implements AutoCloseable {

    private static final AtomicBoolean UNDER_WAY = new AtomicBoolean();
    private static final long PATIENCE_MILLIS = 8_000;

    private final Thread hook;

    /// Until closed, an interruption calls `cancel` and gives the calling thread time to end.
    public Interruption(Runnable cancel) {
        Thread working = Thread.currentThread();
        hook = new Thread(() -> stop(cancel, working), "interruption");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /// True once the program is being ended from outside.
    static boolean underWay() {
        return UNDER_WAY.get();
    }

    private static void stop(Runnable cancel, Thread working) {
        UNDER_WAY.set(true);
        long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
        working.interrupt();
        while (working.isAlive() && System.nanoTime() < end) {
            cancel.run();
            try {
                working.join(50);
            } catch (InterruptedException hurried) {
                return;
            }
        }
    }

    @Override
    public void close() {
        if (!underWay()) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }
}
