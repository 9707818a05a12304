package io.filon.rule.live.log;

import io.filon.rule.Window;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/// One window on the clocks of each zone somebody lives in.
public final class WindowClocks {

    private final Window window;
    private final boolean personal;
    private final Map<ZoneId, WindowClock> clocks = new HashMap<>();
    private final WindowClock brand;
    private WindowClock last;

    /// @param first    the zone most will ask for
    /// @param personal whether the person's own zone is to be asked for
    public WindowClocks(Window window, boolean personal, ZoneId first) {
        this.window = window;
        this.personal = personal;
        this.brand = new WindowClock(window, first);
        this.last = brand;
        clocks.put(first, last);
    }

    public boolean personal() {
        return personal;
    }

    /// By whose clock the condition goes.
    public WindowClock of(LogView view) {
        return personal ? in(view.zone(true)) : brand;
    }

    public WindowClock in(ZoneId zone) {
        if (!last.zone().equals(zone)) {
            last = clocks.computeIfAbsent(zone, other -> new WindowClock(window, other));
        }
        return last;
    }
}
