package io.filon.rule.live.log;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// One customer's log as a measure reads it: the entries of one matcher that lie in one window.
///
/// Used again for each reading; for one thread.
public final class LogView {

    private final Layout layout;
    private final Layout.Kind[] kinds;
    private final ZoneId brand;
    private Log log = new Log();
    private ZoneId own;
    private long now;
    private int[] entries = new int[64];
    private int size;
    private long until;

    public LogView(Layout layout, ZoneId brand) {
        this.layout = layout;
        this.brand = brand;
        this.own = brand;
        this.kinds = new Layout.Kind[layout.kinds().size()];
        layout.kinds().values().forEach(kind -> kinds[kind.number()] = kind);
    }

    public LogView of(Log log, ZoneId own, long now) {
        this.log = log;
        this.own = own;
        this.now = now;
        return this;
    }

    public long now() {
        return now;
    }

    public ZoneId zone(boolean personal) {
        return personal ? own : brand;
    }

    /// Selects the entries that count; [#until] says until when they are the same ones.
    public void select(int matcher, WindowClocks clocks) {
        WindowClock clock = clocks.in(zone(clocks.personal()));
        if (entries.length < log.size()) {
            entries = new int[2 * log.size()];
        }
        size = 0;
        until = Micros.NEVER;
        for (int i = first(clock.earliest(now)); i < log.size(); i++) {
            if (log.matches(i, matcher)) {
                long time = log.time(i);
                if (time > now) { // it has arrived before it happened
                    until = Math.min(until, time);
                    break;
                }
                if (clock.contains(time, now)) {
                    entries[size++] = i;
                }
                until = Math.min(until, clock.nextChange(time, now));
            }
        }
    }

    public int size() {
        return size;
    }

    public long until() {
        return until;
    }

    public long time(int selected) {
        return log.time(entries[selected]);
    }

    public boolean matches(int selected, int matcher) {
        return log.matches(entries[selected], matcher);
    }

    public long code(int selected, int column) {
        return log.value(entries[selected], column, layout, kinds);
    }

    @Nullable
    Object value(int selected, int column) {
        return layout.columns().get(column).known(code(selected, column), layout.words());
    }

    /// The first entry at or after an instant.
    private int first(long instant) {
        int low = 0;
        int high = log.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (log.time(middle) < instant) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// Selects everything any of these matchers meant, ever.
    public void selectAny(int[] matchers) {
        if (entries.length < log.size()) {
            entries = new int[2 * log.size()];
        }
        size = 0;
        until = Micros.NEVER;
        for (int i = 0; i < log.size(); i++) {
            if (log.time(i) > now) {
                until = log.time(i);
                break;
            }
            for (int matcher : matchers) {
                if (log.matches(i, matcher)) {
                    entries[size++] = i;
                    break;
                }
            }
        }
    }
}
