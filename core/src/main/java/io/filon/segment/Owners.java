package io.filon.segment;

import io.filon.value.Valuation;
import io.filon.workspace.Settings;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// In which order segments own customers, so that nobody is contacted twice: `segments.order` of the settings, else the
/// company's own in order of their files and then the stages of the lifecycle.
public final class Owners {

    private Owners() {}

    /// @throws io.filon.problem.FilonException when the order names a segment there is not
    public static List<Segment> order(Library library, Settings.Segments settings) {
        Set<String> taken = new LinkedHashSet<>();
        List<Segment> order = new ArrayList<>();
        for (String name : settings.order()) {
            Segment segment = library.named(name);
            if (taken.add(segment.key())) {
                order.add(segment);
            }
        }
        return order.isEmpty()
                ? library.watched().stream()
                        .filter(segment -> segment.origin() == Origin.OWN || Valuation.STAGES.contains(segment.key()))
                        .toList()
                : List.copyOf(order);
    }
}
