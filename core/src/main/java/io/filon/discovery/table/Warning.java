package io.filon.discovery.table;

import io.filon.text.Messages;
import java.util.List;

/// Something about the table the reader should know; said as `discover.warning.` + code.
public record Warning(String code, List<Object> values) {

    public Warning {
        values = List.copyOf(values);
    }

    static Warning of(String code, Object... values) {
        return new Warning(code, List.of(values));
    }

    public String in(Messages messages) {
        return messages.say("discover.warning." + code, values.toArray());
    }
}
