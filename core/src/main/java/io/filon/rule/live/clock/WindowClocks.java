package io.filon.rule.live.clock;

import io.filon.rule.Window;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/// One window on the clocks of each zone somebody lives in.
public final class WindowClocks {

    private final Window window;
    private final boolean personal;
    private final Map<ZoneId, WindowClock> clocks = new HashMap<>();
    private final WindowClock first;
    private WindowClock last;

    /// @param zone     the one most will ask for
    /// @param personal whether the person's own zone is to be asked for
    public WindowClocks(Window window, boolean personal, ZoneId zone) {
        this.window = window;
        this.personal = personal;
        this.first = new WindowClock(window, zone);
        this.last = first;
        clocks.put(zone, last);
    }

    public boolean personal() {
        return personal;
    }

    /// In the zone most ask for.
    public WindowClock first() {
        return first;
    }

    public WindowClock in(ZoneId zone) {
        if (!last.zone().equals(zone)) {
            last = clocks.computeIfAbsent(zone, other -> new WindowClock(window, other));
        }
        return last;
    }
}
