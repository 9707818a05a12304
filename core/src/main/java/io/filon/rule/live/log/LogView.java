package io.filon.rule.live.log;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// One customer's log as measures read it: the entries of one matcher that lie in one window.
///
/// Used again for each customer and each reading; for one thread.
public final class LogView {

    private final Layout layout;
    private final ZoneId brand;
    private final Selection[] selections;
    private Log log = new Log();
    private ZoneId own;
    private long now;
    private long looked;
    private Selection selection = new Selection();
    private int[] entries = new int[64];
    private int size;
    private long until;

    public LogView(Layout layout, ZoneId brand) {
        this.layout = layout;
        this.brand = brand;
        this.own = brand;
        this.selections = new Selection[layout.matchers().size()];
        java.util.Arrays.setAll(selections, _ -> new Selection());
    }

    /// To be called again when the customer, the log or the time is another.
    public LogView of(Log log, ZoneId own, long now) {
        this.log = log;
        this.own = own;
        this.now = now;
        looked++;
        return this;
    }

    public long now() {
        return now;
    }

    public ZoneId zone(boolean personal) {
        return personal ? own : brand;
    }

    /// What passed a matcher, as far back as anybody asks.
    public Selection passed(int matcher) {
        Selection known = selections[matcher];
        if (!known.isOf(looked)) {
            known.fill(looked, log, layout, layout.matchers().get(matcher), now);
        }
        return known;
    }

    /// Selects the entries that count; [#until] says until when they are the same ones.
    public void select(int matcher, WindowClocks clocks) {
        WindowClock clock = clocks.in(zone(clocks.personal()));
        selection = passed(matcher);
        makeRoom(selection.end() - selection.from());
        size = 0;
        until = selection.coming();
        for (int i = selection.first(clock.earliest(now)); i < selection.end(); i++) {
            long time = selection.time(i);
            if (clock.contains(time, now)) {
                entries[size++] = i;
            }
            until = Math.min(until, clock.nextChange(time, now));
        }
    }

    private void makeRoom(int entriesToCome) {
        if (entries.length < entriesToCome) {
            entries = new int[2 * entriesToCome];
        }
    }

    public int size() {
        return size;
    }

    public long until() {
        return until;
    }

    /// Says until when what was read last stays as it is.
    public void until(long instant) {
        until = instant;
    }

    public long time(int selected) {
        return selection.time(entries[selected]);
    }

    public boolean matches(int selected, int matcher) {
        return passes(selection, entries[selected], matcher);
    }

    public long code(int selected, int column) {
        return code(selection, entries[selected], column);
    }

    /// Whether an entry of a selection passed another matcher as well.
    public boolean passes(Selection of, int entry, int matcher) {
        int at = of.at(entry);
        return layout.kind(log.data()[at - 1]).passes(log.data(), at, matcher);
    }

    /// A column of an entry of a selection.
    public long code(Selection of, int entry, int column) {
        int at = of.at(entry);
        return layout.kind(log.data()[at - 1]).value(log.data(), at, column);
    }

    @Nullable
    Object value(int selected, int column) {
        return layout.columns().get(column).known(code(selected, column), layout.words());
    }

    Log log() {
        return log;
    }

    Layout layout() {
        return layout;
    }
}
