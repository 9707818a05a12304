package io.filon.market.size;

import io.filon.market.size.Input.Origin;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a market's size is worked out from, beside its groups. Shares are 0..1.
///
/// @param universe    factor on every count
/// @param value       net sales of one customer a year
/// @param servedShare of the groups served, whom product and price are for
/// @param deciding    of those, who takes such a decision within the horizon
/// @param competition of those, who stays with a competitor whatever is done
/// @param winRate     of who is spoken to and decides, who buys
/// @param contacts    who can be spoken to in a month; null when nobody said
/// @param capacity    new customers that can be taken on in a month; null when nobody said
/// @param cycleMonths from first contact to sale
/// @param churn       of the customers of a year, who is gone the next
/// @param growth      of what one customer is worth, a year; -1 or more
public record Inputs(
        Input universe,
        Input value,
        Input servedShare,
        Input deciding,
        Input competition,
        Input winRate,
        @Nullable Input contacts,
        @Nullable Input capacity,
        Input cycleMonths,
        Input churn,
        Input growth) {

    /// By the names people give them in `market.yaml`, those that were not said left out.
    public Map<String, Input> byName() {
        Map<String, Input> inputs = new LinkedHashMap<>();
        inputs.put("universe", universe);
        inputs.put("value", value);
        inputs.put("served_share", servedShare);
        inputs.put("deciding", deciding);
        inputs.put("competition", competition);
        inputs.put("win_rate", winRate);
        if (contacts != null) {
            inputs.put("contacts", contacts);
        }
        if (capacity != null) {
            inputs.put("capacity", capacity);
        }
        inputs.put("cycle_months", cycleMonths);
        inputs.put("churn", churn);
        inputs.put("growth", growth);
        return inputs;
    }

    /// The numbers of one draw, one a name.
    Inputs at(Map<String, Double> drawn) {
        return new Inputs(
                fixed(universe, drawn, "universe"),
                fixed(value, drawn, "value"),
                fixed(servedShare, drawn, "served_share"),
                fixed(deciding, drawn, "deciding"),
                fixed(competition, drawn, "competition"),
                fixed(winRate, drawn, "win_rate"),
                contacts == null ? null : fixed(contacts, drawn, "contacts"),
                capacity == null ? null : fixed(capacity, drawn, "capacity"),
                fixed(cycleMonths, drawn, "cycle_months"),
                fixed(churn, drawn, "churn"),
                fixed(growth, drawn, "growth"));
    }

    private static Input fixed(Input input, Map<String, Double> drawn, String name) {
        return Input.certain(drawn.getOrDefault(name, input.value()), Origin.ASSUMED);
    }
}
