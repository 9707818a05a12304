package io.filon.priority;

import java.util.Map;
import java.util.Optional;

/// A row of the method's own matrix. It does not say whether its return is incremental, of margin or of sales.
///
/// @param roi      return on what the contact costs: 3 is 300 %
/// @param priority 1 first
public record Playbook(Effort effort, Potential potential, double roi, int priority) {

    private static final Map<String, Playbook> ROWS = Map.of(
            "active_vip", new Playbook(Effort.LOW, Potential.VERY_HIGH, 3.0, 1),
            "at_risk", new Playbook(Effort.MEDIUM, Potential.HIGH, 2.0, 2),
            "dormant_high_value", new Playbook(Effort.HIGH, Potential.MEDIUM, 1.5, 3),
            "dormant_low_value", new Playbook(Effort.VERY_HIGH, Potential.LOW, 0.5, 4));

    /// @param stage of the lifecycle
    /// @return empty for a stage of which the method says nothing
    public static Optional<Playbook> of(String stage) {
        return Optional.ofNullable(ROWS.get(stage));
    }

    /// The effort of a stage; where the method says nothing, that of keeping whom one has, or of calling who is
    /// lost.
    static Effort effort(String stage) {
        return of(stage).map(Playbook::effort).orElse(stage.equals("lost") ? Effort.VERY_HIGH : Effort.LOW);
    }
}
