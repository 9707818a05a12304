package io.filon.rule.live.clock;

import io.filon.rule.Window;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/// One window on the clocks of each zone somebody lives in.
public final class WindowClocks {

    private final Window window;
    private final boolean personal;
    private final Clocks all;
    private final Map<ZoneId, WindowClock> clocks = new HashMap<>();
    private final WindowClock first;
    private WindowClock last;

    /// @param personal whether the person's own zone is to be asked for
    WindowClocks(Window window, boolean personal, Clocks all) {
        this.window = window;
        this.personal = personal;
        this.all = all;
        this.first = all.in(all.brand(), window);
        this.last = first;
        clocks.put(all.brand(), last);
    }

    public boolean personal() {
        return personal;
    }

    /// In the zone of the brand.
    public WindowClock first() {
        return first;
    }

    public WindowClock in(ZoneId zone) {
        if (!last.zone().equals(zone)) {
            last = clocks.computeIfAbsent(zone, other -> all.in(other, window));
        }
        return last;
    }
}
