package io.filon.rule.live.log;

import io.filon.rule.live.clock.WindowClock;
import io.filon.rule.live.clock.WindowClocks;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One customer's log as measures read it: the entries of one matcher that lie in one window.
///
/// Used again for each customer and each reading; for one thread.
public final class LogView {

    private final Layout layout;
    private final ZoneId brand;
    private final Selection[] selections;
    private final SequenceScan[] sequences;
    private Log log = new Log();
    private ZoneId own;
    private long now;
    private boolean ahead;
    private long looked;
    private @Nullable Selection selected;
    private int[] entries = new int[64];
    private int size;
    private long until;

    public LogView(Layout layout, ZoneId brand) {
        this.layout = layout;
        this.brand = brand;
        this.own = brand;
        this.selections = new Selection[layout.matchers().size()];
        layout.matchers().forEach(matcher -> selections[matcher.number()] = new Selection(layout, matcher));
        Map<StepPlan.Runs, StepEntries> entries = new HashMap<>();
        this.sequences = layout.sequences().stream()
                .map(plan -> new SequenceScan(
                        plan, entries.computeIfAbsent(plan.runs(), _ -> new StepEntries(layout, plan))))
                .toArray(SequenceScan[]::new);
    }

    /// To be called again when the customer, the log or the time is another.
    public LogView of(Log log, ZoneId own, long now) {
        this.log = log;
        this.own = own;
        this.now = now;
        this.ahead = log.isAhead(now);
        looked++;
        return this;
    }

    public long now() {
        return now;
    }

    public ZoneId zone(boolean personal) {
        return personal ? own : brand;
    }

    /// A window by the clock the condition goes by.
    public WindowClock clock(WindowClocks clocks) {
        return clocks.personal() ? clocks.in(own) : clocks.first();
    }

    /// What passed a matcher.
    public Selection passed(int matcher) {
        Selection known = selections[matcher];
        if (!known.isOf(looked)) {
            known.begin(looked, log, now, ahead);
        }
        return known;
    }

    /// Selects the entries that count; [#until] says until when they are the same ones.
    public void select(int matcher, WindowClocks clocks) {
        WindowClock clock = clock(clocks);
        Selection selection = passed(matcher);
        selected = selection;
        int possible = selection.since(clock.earliest(now));
        makeRoom(possible);
        size = 0;
        until = selection.coming();
        for (int i = possible - 1; i >= 0; i--) {
            long time = selection.time(i);
            if (clock.contains(time, now)) {
                entries[size++] = i;
            }
            until = Math.min(until, clock.nextChange(time, now));
        }
    }

    SequenceScan sequence(int number) {
        return sequences[number];
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

    public long time(int place) {
        return selected().time(entries[place]);
    }

    public boolean matches(int place, int matcher) {
        return passes(selected(), entries[place], matcher);
    }

    public long code(int place, int column) {
        return code(selected(), entries[place], column);
    }

    private Selection selected() {
        return Objects.requireNonNull(selected);
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
    Object value(int place, int column) {
        return layout.columns().get(column).known(code(place, column), layout.words());
    }

    /// A column of the entry that ends there.
    long codeAt(int end, int column) {
        return layout.kind(log.data()[end - 1]).value(log.data(), end, column);
    }

    Log log() {
        return log;
    }

    /// Another number for each customer, log and time looked at.
    long looked() {
        return looked;
    }

    Layout layout() {
        return layout;
    }
}
