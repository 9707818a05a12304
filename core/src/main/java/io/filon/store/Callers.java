package io.filon.store;

/// Who calls one database at once. Each caller works on its own statement, and the engine's threads help; but a caller
/// whose statement a helper has waits awake, so where statements are small a helper only takes a core from another
/// caller. There each caller beside the first takes a helper's place.
///
/// Any thread.
final class Callers {

    private static final Sql THREADS = Sql.of("select current_setting('threads')");

    private final boolean replaceHelpers;
    private int now;
    private long threads;

    /// @param littleData whether statements are small
    Callers(boolean littleData) {
        replaceHelpers = littleData;
    }

    synchronized void come(Store caller) {
        now++;
        if (now == 1) {
            threads = replaceHelpers ? caller.number(THREADS) : 0;
        } else {
            settle(caller);
        }
    }

    synchronized void go(Store caller) {
        now--;
        if (now > 0) {
            settle(caller);
        }
    }

    private void settle(Store caller) {
        if (replaceHelpers) {
            caller.run(Sql.of("set external_threads = " + Math.min(now, threads)));
        }
    }
}
