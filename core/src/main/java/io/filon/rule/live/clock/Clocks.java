package io.filon.rule.live.clock;

import io.filon.rule.Window;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/// The windows that rules look at, as time passes: identical ones are one, whoever asks for them.
public final class Clocks {

    private record Key(Window window, boolean personal) {}

    private final ZoneId brand;
    private final Map<Key, WindowClocks> windows = new HashMap<>();
    private final Map<ZoneId, SteadyOffsets> offsets = new HashMap<>();

    public Clocks(ZoneId brand) {
        this.brand = brand;
    }

    public ZoneId brand() {
        return brand;
    }

    /// @param personal whether by the person's own clock
    public WindowClocks of(Window window, boolean personal) {
        return windows.computeIfAbsent(new Key(window, personal), key -> new WindowClocks(key.window, personal, this));
    }

    WindowClock in(ZoneId zone, Window window) {
        return new WindowClock(window, zone, offsets.computeIfAbsent(zone, SteadyOffsets::new));
    }
}
