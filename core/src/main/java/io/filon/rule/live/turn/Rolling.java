package io.filon.rule.live.turn;

import io.filon.rule.Window;
import io.filon.rule.live.clock.Micros;
import io.filon.rule.live.clock.WindowClock;
import io.filon.rule.live.clock.WindowClocks;
import io.filon.rule.live.log.LogView;
import io.filon.rule.live.log.Selection;

/// The entries of one matcher from so long ago until now, numbered back from the last: they enter by happening and
/// leave one after another.
///
/// @param matcher whose entries
record Rolling(int matcher, WindowClocks clocks) {

    /// Whether a window is of that kind.
    static boolean is(Window window) {
        return window instanceof Window.Last || window instanceof Window.Always;
    }

    Selection passed(LogView view) {
        return view.passed(matcher);
    }

    /// How many of them are inside.
    int inside(Selection passed, LogView view) {
        return inside(passed, view, Integer.MAX_VALUE);
    }

    /// How many of them are inside; not more than so many.
    int inside(Selection passed, LogView view, int most) {
        return passed.since(clock(view).from(view.now()), most);
    }

    /// When the window holds others for another reason than that those inside leave: one that is to come happens, or
    /// the calendar lets one in again.
    long others(Selection passed, int inside, LogView view) {
        WindowClock clock = clock(view);
        if (!clock.mayLetIn(view.now())) {
            return passed.coming();
        }
        boolean outside = passed.since(clock.earliest(view.now()), inside + 1) > inside;
        long again = outside ? clock.leaves(passed.time(inside), view.now()) : Micros.NEVER;
        return Math.min(passed.coming(), again);
    }

    /// When an entry inside leaves.
    long leaves(Selection passed, int entry, LogView view) {
        return clock(view).leaves(passed.time(entry), view.now());
    }

    private WindowClock clock(LogView view) {
        return view.clock(clocks);
    }
}
